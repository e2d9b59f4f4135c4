import { clustersOf } from '#lib/matching/clusters.ts';
import { type IdPair, linkOdds, pairKey, type Weighing } from '#lib/matching/person-likeness.ts';
import { recordRules } from '#lib/matching/record-rules.ts';

/** A pair that links two contacts, or that somebody decided. */
export interface Link extends IdPair {
	/** In bits. */
	odds: number;
	decision: 'same' | 'apart' | null;
}

/** What a pair says at most: one certain key is no majority. */
const loudest = 12;

/**
 * Groups contacts into people: first what somebody decided, then by constrained agglomeration (see
 * clusters). `apart` are never in one group, not even through a third, and what one decided apart
 * wins over what another decided is the same. Answers groups of ids, all that are weighed in one each.
 */
export function groupPersons(
	weighed: Weighing,
	links: readonly Link[],
	apart: readonly IdPair[]
): string[][] {
	const { table, scorer, places } = weighed;
	const parted = [...apart, ...links.filter(({ decision }) => decision === 'apart')];
	const kept = recordRules(table, scorer, {
		least: linkOdds,
		apart: parted.map(({ oneId, otherId }) => [oneId, otherId] as const)
	});
	const isParted = new Set(parted.map(pairKey));
	const blocks = decidedBlocks(table.count, links, places, (a, b) =>
		isParted.has(`${table.ids[Math.min(a, b)]} ${table.ids[Math.max(a, b)]}`)
	);
	const pairs = links.flatMap(({ oneId, otherId, odds, decision }) => {
		const one = blocks.of[places.get(oneId) ?? -1];
		const other = blocks.of[places.get(otherId) ?? -1];
		if (one === undefined || other === undefined || one === other || decision) return [];
		return [{ a: Math.min(one, other), b: Math.max(one, other), odds }];
	});
	const members = (block: number) => blocks.members[block] ?? [];
	const groups = clustersOf(pairs, blocks.members.length, {
		least: linkOdds,
		oddsOf: (a, b) => meanOf(members(a), members(b), kept.oddsOf),
		apart: (a, b) => members(a).some((one) => members(b).some((other) => apartIn(one, other)))
	});
	function apartIn(one: number, other: number) {
		return kept.apart(Math.min(one, other), Math.max(one, other));
	}
	const found = Map.groupBy(table.ids.keys(), (place) => groups[blocks.of[place] ?? -1] ?? -1);
	return [...found.values()].map((group) => group.map((place) => table.ids[place] ?? ''));
}

/** The mean of what all pairs between two blocks say. */
function meanOf(
	some: readonly number[],
	others: readonly number[],
	oddsOf: (a: number, b: number) => number
): number {
	let sum = 0;
	for (const one of some)
		for (const other of others) {
			const odds = oddsOf(Math.min(one, other), Math.max(one, other));
			sum += Math.max(-loudest, Math.min(loudest, odds));
		}
	return sum / (some.length * others.length);
}

/** Contacts that members decided are one person, as blocks that are not taken apart any more. */
function decidedBlocks(
	count: number,
	links: readonly Link[],
	places: ReadonlyMap<string, number>,
	apart: (a: number, b: number) => boolean
) {
	const blockOf = Array.from({ length: count }, (_, place) => [place]);
	const decided = links.filter(({ decision }) => decision === 'same').toSorted(byIds);
	for (const { oneId, otherId } of decided) {
		const one = blockOf[places.get(oneId) ?? -1];
		const other = blockOf[places.get(otherId) ?? -1];
		if (!one || !other || one === other) continue;
		if (one.some((a) => other.some((b) => apart(a, b)))) continue;
		one.push(...other);
		for (const place of other) blockOf[place] = one;
	}
	const members = [...new Set(blockOf)];
	const of = new Int32Array(count);
	for (const [block, some] of members.entries()) for (const place of some) of[place] = block;
	return { members, of };
}

function byIds(one: IdPair, other: IdPair): number {
	return pairKey(one) < pairKey(other) ? -1 : 1;
}
