import type { Outcome } from '#lib/introductions/lifecycle.ts';

const outcomes: readonly Outcome[] = ['in_contact', 'met', 'led_to', 'nothing'];
const longestNote = 2000;

export interface OutcomeTyped {
	outcome: Outcome | null;
	note: string;
}

/** Reads what came of an introduction; `outcome` is null when none was chosen. */
export function readOutcomeForm(form: FormData): OutcomeTyped {
	const outcome = outcomes.find((one) => one === form.get('outcome')) ?? null;
	const note = form.get('note');
	return { outcome, note: typeof note === 'string' ? clean(note) : '' };
}

function clean(text: string): string {
	return text.replace(/\r\n?/g, '\n').trim().slice(0, longestNote);
}

/** For how many days a reminder may be put off. */
export const snoozeDays: readonly number[] = [3, 7, 14];

/** The days chosen, or null when they are none of those offered. */
export function readSnoozeDays(form: FormData): number | null {
	return snoozeDays.find((days) => String(days) === form.get('days')) ?? null;
}
