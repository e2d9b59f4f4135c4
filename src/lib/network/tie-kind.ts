import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { isInferred } from '#lib/network/inferred.ts';

/** What others are told of a tie that is not theirs: of what kind it is, and nothing more. */
export type TieKind =
	'close' | 'good' | 'colleagues' | 'studied' | 'recommended' | 'writing' | 'met' | 'known';

/** What says most of a tie comes first. */
const kinds: readonly TieKind[] = [
	'close',
	'good',
	'colleagues',
	'writing',
	'recommended',
	'studied',
	'met'
];

/**
 * The kind of a tie, by all that is known of it. What is only guessed stays with its owner; so does
 * what they say in their own words, what was introduced, and that little is left of it.
 */
export function tieKind(facts: readonly Fact[]): TieKind {
	const told = new Set(facts.filter((fact) => !isInferred(fact)).map(kindOf));
	return kinds.find((kind) => told.has(kind)) ?? 'known';
}

function kindOf(fact: Fact): TieKind {
	switch (fact.kind) {
		case 'declared':
			return fact.closeness === 'close' || fact.closeness === 'good' ? fact.closeness : 'known';
		case 'shared_employer':
			return 'colleagues';
		case 'shared_school':
			return 'studied';
		case 'recommendation':
			return 'recommended';
		case 'messages':
		case 'email':
			return fact.mine === 0 || fact.theirs === 0 ? 'known' : 'writing';
		case 'meeting':
			return fact.crowd ? 'known' : 'met';
		default:
			return 'known';
	}
}
