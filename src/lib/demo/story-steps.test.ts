import { expect, it } from 'vitest';
import { doneSteps, storySteps } from '#lib/demo/story-steps.ts';

const day = 86_400_000;

it('begins with nothing done', () => {
	expect([...doneSteps({ pierre: null, paul: null, clockAheadMs: 0 })]).toEqual([]);
	expect([...doneSteps({ pierre: 'draft', paul: 'draft', clockAheadMs: 0 })]).toEqual([]);
});

it('follows the story as it is played', () => {
	const told = (pierre: string, paul: string, days: number) =>
		[...doneSteps({ pierre, paul, clockAheadMs: days * day })].at(-1);
	expect(told('requested', 'requested', 0)).toBe('ask');
	expect(told('asked', 'requested', 0)).toBe('ask');
	expect(told('asked', 'asked', 0)).toBe('pass_on');
	expect(told('agreed', 'asked', 0)).toBe('pierre');
	expect(told('agreed', 'asked', 3)).toBe('later');
	expect(told('agreed', 'agreed', 3)).toBe('paul');
	expect(told('introduced', 'introduced', 3)).toBe('write');
	expect(told('thanked', 'met', 3)).toBe('thank');
	expect(doneSteps({ pierre: 'thanked', paul: 'thanked', clockAheadMs: 3 * day }).size).toBe(
		storySteps.length
	);
});

it('takes a no for an answer', () => {
	const done = doneSteps({ pierre: 'declined', paul: 'asked', clockAheadMs: 0 });
	expect(done.has('pierre')).toBe(true);
	expect(done.has('paul')).toBe(false);
});
