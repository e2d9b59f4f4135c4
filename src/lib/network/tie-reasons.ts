import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { fadeOfExchange, fadeOfPast } from '#lib/network/fade.ts';
import { monthsOf } from '#lib/network/shared-time.ts';

type Of<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

/** Beyond so many months nobody is likelier to answer for having worked together longer. */
const mostMonths = 120;

/**
 * How likely it is, 0..1, that somebody answers for this one reason alone, on a day (YYYY-MM-DD).
 * More of it or later never weighs less. Closeness, once declared, is weighed apart, and so are
 * introductions, by what came of them.
 */
export function weightOf(fact: Fact, today: string): number {
	switch (fact.kind) {
		case 'messages':
		case 'email':
			return written(fact, today);
		case 'meeting':
			if (fact.crowd) return 0.03;
			return 0.6 * upTo(fact.count, 2) * fadeOfExchange(fact.last, today);
		case 'shared_employer':
			return together(fact, today, { least: 0.15, more: 0.45 });
		case 'shared_school':
			return together(fact, today, { least: 0.1, more: 0.2 });
		case 'recommendation':
			return (fact.direction === 'theirs' ? 0.45 : 0.3) * fadeOfPast(fact.on, today);
		case 'endorsement':
			return fact.direction === 'theirs' ? 0.08 : 0.03;
		case 'invitation':
			return invited(fact);
		case 'same_company':
			return { now: 0.08, group: 0.06, unknown: 0.05, apart: 0.02 }[fact.at];
		case 'declared':
			return fact.how ? 0.15 : fact.metWhere || fact.metOn ? 0.1 : 0;
		case 'connected':
			return 0.05;
		case 'connected_while':
			return 0.04;
		case 'introduction':
		case 'none':
			return 0;
	}
}

/** Towards 1 with more of it; a half at `half`. */
function upTo(count: number, half: number): number {
	return count / (count + half);
}

/**
 * What they wrote counts, and how lately. Where a file does not say who wrote, half of it was theirs;
 * of what the owner notes by hand it is not known whether it was answered.
 */
function written(fact: Of<'messages' | 'email'>, today: string): number {
	const { count, theirs, heard, last } = fact;
	const fade = fadeOfExchange(heard ?? last, today);
	if (fact.kind === 'messages' && fact.by === 'hand') return 0.1 * upTo(count, 3) * fade;
	return 0.9 * upTo(theirs ?? count / 2, 3) * fade;
}

interface Share {
	least: number;
	more: number;
}

function together(
	{ from, to }: Of<'shared_employer'> | Of<'shared_school'>,
	today: string,
	{ least, more }: Share
): number {
	const end = to ?? (from ? today : undefined);
	const months = Math.min(monthsOf(from, end) ?? 0, mostMonths);
	return (least + (more * months) / mostMonths) * fadeOfPast(end, today);
}

function invited({ direction, accepted, note }: Of<'invitation'>): number {
	const asked = direction === 'theirs' ? 0.08 : accepted ? 0.06 : 0;
	return asked + (note && asked > 0 ? 0.04 : 0);
}
