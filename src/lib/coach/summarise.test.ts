import { expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';
import { summarise } from '#lib/coach/summarise.ts';

it('names the lights that are on and at most two things that would help, the weakest light first', () => {
	const judgement = judge(
		'Anne,\n\nintroduce me to Nora now. I need it today, hurry up.\n\nKathy',
		{
			kind: 'request'
		}
	);
	const { met, helps } = summarise(judgement);
	expect(helps).toHaveLength(2);
	const scores = helps.map(({ name }) => judgement.criteria[name].score);
	expect(scores).toEqual(scores.toSorted((one, other) => one - other));
	expect(helps.some(({ name }) => met.includes(name))).toBe(false);
});

it('gives the same advice once', () => {
	const { met, helps } = summarise(judge('Hello.'));
	expect(met).toEqual([]);
	expect(helps).toHaveLength(1);
});
