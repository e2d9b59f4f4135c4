import { expect, it } from 'vitest';
import { readOutcomeForm, readSnoozeDays } from '#lib/introductions/outcome-form.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

it('reads an outcome and its note, with the line ends of a letter', () => {
	expect(readOutcomeForm(form({ outcome: 'led_to', note: ' A job.\r\nAt last. ' }))).toEqual({
		outcome: 'led_to',
		note: 'A job.\nAt last.'
	});
});

it('keeps the note when no outcome is chosen, or one that there is not', () => {
	expect(readOutcomeForm(form({ outcome: 'married', note: 'x' }))).toEqual({
		outcome: null,
		note: 'x'
	});
	expect(readOutcomeForm(form({}))).toEqual({ outcome: null, note: '' });
});

it('puts reminders off by the days offered only', () => {
	expect(readSnoozeDays(form({ days: '7' }))).toBe(7);
	expect(readSnoozeDays(form({ days: '3650' }))).toBeNull();
	expect(readSnoozeDays(form({}))).toBeNull();
});
