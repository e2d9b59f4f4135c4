import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { judge } from '../src/lib/coach/judge.ts';
import { findChromium } from '../tests/support/chromium.ts';

const letters = 1000;
const wordsEach = 300;
const rounds = 5;

/** Letters of about 300 words, joined from our own in one language, no two the same. */
function longLetters(): string[] {
	const path = fileURLToPath(new URL('../evaluation/coach/development.jsonl', import.meta.url));
	const texts = readFileSync(path, 'utf8').trim().split('\n').map(textOf);
	return Array.from({ length: letters }, (_, at) => {
		let text = '';
		for (let step = 0; text.split(/\s+/).length < wordsEach; step += 1)
			text += `${texts[(at * 7 + step * 2) % texts.length]}\n\n`;
		return `${text.split(' ').slice(0, wordsEach).join(' ')} ${at}`;
	});
}

function textOf(line: string): string {
	const { text }: { text: string } = JSON.parse(line);
	return text;
}

// Runs in the browser too, so it uses nothing from around it.
function timed(texts: readonly string[], judgeOne: (text: string) => unknown): number[] {
	return texts.map((text) => {
		const start = performance.now();
		judgeOne(text);
		return performance.now() - start;
	});
}

function at(sorted: readonly number[], share: number): number {
	return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function tell(where: string, round: number, times: readonly number[]): void {
	const sorted = times.toSorted((one, other) => one - other);
	const total = sorted.reduce((sum, time) => sum + time, 0);
	console.log(
		`${where}, round ${round}: ${((1000 * sorted.length) / total).toFixed(0)} letters/s, a letter ${(total / sorted.length).toFixed(2)} ms, p50 ${at(sorted, 0.5).toFixed(2)}, p95 ${at(sorted, 0.95).toFixed(2)}, p99 ${at(sorted, 0.99).toFixed(2)}`
	);
}

/** The judge as a browser gets it: one script that sets `coach`. */
async function bundled(): Promise<string> {
	const entry = fileURLToPath(new URL('../src/lib/coach/judge.ts', import.meta.url));
	const made = await build({
		configFile: false,
		logLevel: 'silent',
		build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'coach' } }
	});
	const output = 'output' in made ? made : Array.isArray(made) ? made[0] : undefined;
	const chunk = output?.output[0];
	if (!chunk) throw new Error('Vite built nothing');
	return chunk.code;
}

async function inBrowser(script: string, texts: readonly string[]): Promise<void> {
	const browser = await chromium.launch(await findChromium());
	try {
		const page = await browser.newPage();
		await page.addScriptTag({ content: `${script}\n${timed.toString()}` });
		const run = (some: readonly string[]) =>
			page.evaluate<number[]>(`timed(${JSON.stringify(some)}, (text) => coach.judge(text))`);
		await run(texts.slice(0, 50));
		for (let round = 1; round <= rounds; round += 1) tell('Chromium', round, await run(texts));
	} finally {
		await browser.close();
	}
}

const texts = longLetters();
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / letters;
console.log(`${letters} letters of ${words.toFixed(0)} words`);
timed(texts.slice(0, 50), judge);
for (let round = 1; round <= rounds; round += 1)
	tell(
		'Node',
		round,
		timed(texts, (text) => judge(text))
	);
const script = await bundled();
console.log(`bundle: ${script.length} bytes, ${gzipSync(script).length} gzipped`);
await inBrowser(script, texts);
