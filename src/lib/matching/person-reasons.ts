import type { MatchField } from '#lib/matching/match-field.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';

/** So many are kept of a pair: more nobody reads. */
const mostKept = 5;
/** What weighs less, in bits, is no reason. */
const leastWeight = 0.5;

/** The reasons of a pair that are worth keeping, the strongest first. Kinds alone, never values. */
export function keptReasons(reasons: readonly MatchReason[]): MatchReason[] {
	return reasons.filter(({ weight }) => Math.abs(weight) >= leastWeight).slice(0, mostKept);
}

/** What another member's contact says where it is visible, and one's own holds anyway. */
const shown = new Set<MatchField>(['givenName', 'familyName', 'order']);
/** Never shown; that it is the very same says nothing that one's own contact does not hold. */
const held = new Set<MatchField>(['email', 'phone', 'profile']);

/**
 * Of a pair's reasons those that may be told to the owner of one of them, who sees the other's name,
 * company and position: what differs in an address, or is only like it, would say something of the
 * other's, and so would a company of former years (`sameCompany`: those that are shown are the same).
 */
export function toldReasons(reasons: readonly MatchReason[], sameCompany: boolean): MatchReason[] {
	return reasons.filter(({ field, level }) => {
		if (shown.has(field)) return true;
		if (held.has(field)) return level === 'exact';
		return field === 'company' && sameCompany && level === 'exact';
	});
}
