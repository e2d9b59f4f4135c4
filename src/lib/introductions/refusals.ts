import type { PeaceRefusal } from '#lib/introductions/judge-peace.ts';

/** Every expected no, as a value; docs: what the person reads is in messages/introductions. */
export type Refusal =
	| 'not_found'
	| 'not_yours'
	| 'too_late'
	| 'changed_meanwhile'
	| 'no_channel'
	| 'bad_date'
	| 'not_due'
	| 'never_again'
	| 'no_address'
	| 'incomplete'
	/** It waits for its day: to change it, take it back first. */
	| 'waiting'
	| PeaceRefusal;

/** The one map from a refusal to HTTP. A stranger's no and an unknown thing look the same. */
export const statusOf = {
	not_found: 404,
	not_yours: 404,
	too_late: 409,
	changed_meanwhile: 409,
	no_channel: 422,
	bad_date: 422,
	not_due: 409,
	never_again: 422,
	no_address: 422,
	incomplete: 422,
	waiting: 409,
	not_for_this: 422,
	asked_before: 422,
	several_at_once: 422,
	resting: 422,
	asked_enough: 422
} satisfies Record<Refusal, number>;

/** A refusal that was kept as a word; null for anything else. */
export function asRefusal(word: string): Refusal | null {
	return isRefusal(word) ? word : null;
}

function isRefusal(word: string): word is Refusal {
	return Object.hasOwn(statusOf, word);
}
