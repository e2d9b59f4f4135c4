import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { contradicts } from '#lib/matching/contradiction.ts';
import type { Link } from '#lib/matching/person-groups.ts';
import { linkOdds, type Weighing } from '#lib/matching/person-likeness.ts';

/** A pair says at most so much; see clusters. */
const loudest = 12;

/**
 * The person to whom a private contact belongs, for its owner's eyes: the one its owner decided, or
 * the most like it on average, if it is like enough, and nothing keeps it apart from any of the
 * person's contacts. Null where there is none. `pairs` are those of the contact, `persons` the
 * contacts of each person it may be.
 */
export function personFor(
	contactId: string,
	pairs: readonly Link[],
	persons: ReadonlyMap<string, readonly string[]>,
	weighed: Weighing
): string | null {
	const other = (pair: Link) => (pair.oneId === contactId ? pair.otherId : pair.oneId);
	const decided = new Map(pairs.map((pair) => [other(pair), pair.decision]));
	const linked = new Set(
		pairs.filter(({ odds, decision }) => decision === 'same' || odds >= linkOdds).map(other)
	);
	let best: string | null = null;
	let most = linkOdds;
	for (const [person, members] of [...persons].toSorted(byFirst)) {
		if (!members.some((id) => linked.has(id))) continue;
		if (members.some((id) => decided.get(id) === 'apart')) continue;
		const same = members.some((id) => decided.get(id) === 'same');
		const odds = same ? Infinity : meanOdds(contactId, members, weighed);
		if (odds < most || (odds === most && best !== null)) continue;
		best = person;
		most = odds;
	}
	return best;
}

/** By their contacts: what persons are called says nothing of them. */
function byFirst(
	[, some]: readonly [string, readonly string[]],
	[, others]: readonly [string, readonly string[]]
): number {
	return (some.toSorted()[0] ?? '') < (others.toSorted()[0] ?? '') ? -1 : 1;
}

function meanOdds(id: string, members: readonly string[], weighed: Weighing): number {
	const { table, scorer, places } = weighed;
	const room = roomFor(1);
	const self = places.get(id) ?? 0;
	let sum = 0;
	for (const member of members) {
		const place = places.get(member) ?? 0;
		compareRecords(table, Math.min(self, place), Math.max(self, place), room, 0);
		if (contradicts(room, 0)) return -Infinity;
		sum += Math.max(-loudest, Math.min(loudest, scorer.oddsOf(room, 0)));
	}
	return sum / members.length;
}
