import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('entremise.ts', import.meta.url));

function coach(input: string, ...words: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'coach', ...words], {
		input,
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
}

const letter =
	'Bonjour Paul,\n\nMerci pour le déjeuner de mardi. Peux-tu me présenter Marie ?\n\nAnne';

describe('entremise coach', () => {
	it('prints one object with the five and the notices', () => {
		const { status, stdout } = coach(letter, '--json');
		expect(status).toBe(0);
		const judgement: unknown = JSON.parse(stdout);
		const light = {
			met: expect.toBeOneOf([true, false, null]),
			score: expect.any(Number),
			spans: expect.any(Array),
			advice: expect.any(String)
		};
		expect(judgement).toStrictEqual({
			lang: 'fr',
			kind: expect.any(String),
			score: expect.any(Number),
			criteria: {
				personal: light,
				adapted: light,
				generous: light,
				clear: light,
				feasible: light
			},
			notices: expect.any(Array)
		});
	});

	it('keeps to the language and the kind it is told', () => {
		const { stdout } = coach(letter, '--json', '--lang', 'en', '--kind', 'revival');
		expect(JSON.parse(stdout)).toMatchObject({ lang: 'en', kind: 'revival' });
	});

	it('judges a letter a line, and names the lines that are none', () => {
		const lines = [
			JSON.stringify({ id: 'a', text: letter, kind: 'ask' }),
			'nonsense',
			JSON.stringify({ id: 7, text: 'Hi Jo, thanks for the lunch last week.' })
		];
		const { status, stdout, stderr } = coach(lines.join('\n'), '--jsonl');
		const judged = stdout
			.trim()
			.split('\n')
			.map((line): unknown => JSON.parse(line));
		expect(judged).toMatchObject([
			{ id: 'a', lang: 'fr', kind: 'ask' },
			{ id: 7, lang: 'en' }
		]);
		expect(status).toBe(1);
		expect(stderr).toContain('Line 2');
	});

	it('tells people in sentences, and refuses what it does not know', () => {
		expect(coach(letter).stdout).toMatch(/^\d+ of 100/);
		expect(coach(letter, '--kind', 'poem')).toMatchObject({ status: 2, stdout: '' });
		expect(coach('', '--help').stdout).toContain('entremise coach');
	});
});
