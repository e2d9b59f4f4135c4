import { describe, expect, it } from 'vitest';
import { judgedExamples, noticedPassages } from '#lib/coach/examples/judged-examples.ts';
import { criterionNames, type Lang } from '#lib/coach/judgement.ts';

const languages: readonly Lang[] = ['fr', 'en'];

function words(text: string): number {
	return text.split(/\s+/).filter(Boolean).length;
}

describe.each(languages)('the examples in %s', (lang) => {
	const examples = judgedExamples(lang);

	it('show each of the five, badly first and then well, in the order of the lights', () => {
		expect(examples.map(({ criterion, verdict }) => [criterion, verdict])).toEqual(
			criterionNames.flatMap((name) => [
				[name, 'bad'],
				[name, 'good']
			])
		);
	});

	it.each(examples)('are judged as they claim: $criterion, $verdict', ({ verdict, light }) => {
		expect(light.met).toBe(verdict === 'good');
		expect(light.spans).not.toEqual([]);
	});

	it.each(examples)('have underlined passages, not whole letters: $criterion, $verdict', (one) => {
		const underlined = one.light.spans.reduce((sum, [start, end]) => sum + end - start, 0);
		expect(underlined).toBeLessThan(one.text.length * 0.8);
	});

	it.each(criterionNames)('are about as long when bad as when good: %s', (name) => {
		const [one = 0, other = 0] = examples
			.filter(({ criterion }) => criterion === name)
			.map(({ text }) => words(text));
		expect(Math.max(one, other) / Math.min(one, other)).toBeLessThanOrEqual(1.25);
	});

	it('are letters of all four kinds, well written and badly', () => {
		for (const verdict of ['good', 'bad'])
			expect(
				new Set(examples.filter((one) => one.verdict === verdict).map(({ kind }) => kind))
			).toEqual(new Set(['request', 'ask', 'first-message', 'revival']));
	});

	it('show all twelve notices, and the coach sees each in its passage', () => {
		expect(noticedPassages(lang).map(({ notice }) => notice)).toEqual([
			'several-asks',
			'mass-mailing',
			'placeholders',
			'no-contact-details',
			'no-signature',
			'third-person-details',
			'all-capitals',
			'no-thanks',
			'mixed-tu-vous',
			'pressure',
			'flattery',
			'over-long'
		]);
	});
});

it('French examples follow French typography', () => {
	const written = judgedExamples('fr').flatMap(({ text, why }) => [text, why]);
	for (const text of [...written, ...noticedPassages('fr').flatMap(({ text }) => text ?? [])])
		expect(text).not.toMatch(/(?<![\u202F\u00A0])[;:!?»]|« |'/);
});
