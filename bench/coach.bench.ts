import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judge } from '../src/lib/coach/judge.ts';

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

function timed(texts: readonly string[]): number[] {
	return texts.map((text) => {
		const start = performance.now();
		judge(text);
		return performance.now() - start;
	});
}

function at(sorted: readonly number[], share: number): number {
	return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

const texts = longLetters();
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / letters;
console.log(`${letters} letters of ${words.toFixed(0)} words`);
timed(texts.slice(0, 50));
for (let round = 1; round <= rounds; round += 1) {
	const times = timed(texts).toSorted((one, other) => one - other);
	const total = times.reduce((sum, time) => sum + time, 0);
	console.log(
		`round ${round}: ${((1000 * letters) / total).toFixed(0)} letters/s, a letter ${(total / letters).toFixed(2)} ms, median ${at(times, 0.5).toFixed(2)}, 99 % under ${at(times, 0.99).toFixed(2)}`
	);
}
