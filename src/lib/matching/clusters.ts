/** A pair of places in a table and the odds, in bits, that they are one person. */
export interface WeighedPair {
	a: number;
	b: number;
	odds: number;
}

/** What joining has to respect. */
export interface ClusterRules {
	/** Odds in bits from which two groups are joined, on average over the pairs between them. */
	least: number;
	/** The odds of any two records, whether they share a key or not. */
	oddsOf: (a: number, b: number) => number;
	/** Whether two records may never be in one group. */
	apart: (a: number, b: number) => boolean;
}

/** A pair speaks at most so loudly for or against joining two groups: one certain key is no majority. */
const loudest = 12;
/** Larger sets of linked records are cut at stricter and stricter odds before they are looked at. */
const largest = 400;
/** Odds beyond which all links are as good as certain, and cutting by them cuts nothing. */
const strictest = 30;

/**
 * Groups records into people: the best pair first, then the best pair of groups by the average odds
 * between all their records (average linkage), never groups that hold two records that are apart. So
 * no chain of weak links joins two people. Answers, for each record, the first record of its group;
 * `count` records, of which all that stand in no pair are alone. Pairs in any order.
 */
export function clustersOf(
	pairs: readonly WeighedPair[],
	count: number,
	rules: ClusterRules
): Int32Array {
	const groupOf = Int32Array.from({ length: count }, (_, record) => record);
	const linked = pairs.filter(({ odds }) => odds >= rules.least);
	for (const members of linkedSets(linked, rules.least)) {
		for (const group of agglomerate(members, rules)) {
			const first = Math.min(...group);
			for (const record of group) groupOf[record] = first;
		}
	}
	return groupOf;
}

/** Sets of records that hang together by pairs of at least these odds, none of them too large. */
function* linkedSets(pairs: readonly WeighedPair[], least: number): Generator<number[]> {
	const leader = new Map<number, number>();
	for (const { a, b } of pairs) {
		const one = leaderOf(leader, a);
		const other = leaderOf(leader, b);
		leader.set(Math.max(one, other), Math.min(one, other));
	}
	const sets = Map.groupBy(new Set(pairs.flatMap(({ a, b }) => [a, b])), (record) =>
		leaderOf(leader, record)
	);
	for (const members of sets.values()) {
		if (members.length <= largest || least > strictest) {
			const inOrder = members.toSorted((one, other) => one - other);
			for (let at = 0; at < inOrder.length; at += largest) yield inOrder.slice(at, at + largest);
			continue;
		}
		const within = new Set(members);
		const stricter = pairs.filter(({ a, odds }) => within.has(a) && odds >= least + 2);
		yield* linkedSets(stricter, least + 2);
	}
}

function leaderOf(leader: Map<number, number>, record: number): number {
	let at = record;
	for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at))
		at = next;
	leader.set(record, at);
	return at;
}

function agglomerate(
	members: readonly number[],
	{ oddsOf, apart, least }: ClusterRules
): number[][] {
	const groups = members.map((record) => [record]);
	const links = members.map((a) => members.map((b) => (a === b ? -Infinity : link(a, b))));
	function link(a: number, b: number): number {
		if (apart(a, b)) return -Infinity;
		return Math.max(-loudest, Math.min(loudest, oddsOf(a, b)));
	}
	for (;;) {
		const [one, other] = bestOf(links, groups, least);
		if (one < 0) return groups.filter(({ length }) => length > 0);
		join(groups, links, one, other);
	}
}

/** The two groups with the best link, earliest first where several are; -1 where none is good enough. */
function bestOf(links: number[][], groups: number[][], least: number): [number, number] {
	let best = least;
	let found: [number, number] = [-1, -1];
	for (const [one, row] of links.entries()) {
		if (groups[one]?.length === 0) continue;
		for (let other = one + 1; other < row.length; other += 1) {
			const odds = row[other] ?? -Infinity;
			if (odds > best || (odds === best && found[0] < 0)) {
				best = odds;
				found = [one, other];
			}
		}
	}
	return found;
}

/** The second group's records go to the first; links are averaged by the groups' sizes. */
function join(groups: number[][], links: number[][], one: number, other: number): void {
	const first = groups[one] ?? [];
	const second = groups[other] ?? [];
	for (const [each, row] of links.entries()) {
		const mean =
			((row[one] ?? 0) * first.length + (row[other] ?? 0) * second.length) /
			(first.length + second.length);
		row[one] = mean;
		row[other] = -Infinity;
		const mine = links[one];
		const theirs = links[other];
		if (mine) mine[each] = mean;
		if (theirs) theirs[each] = -Infinity;
	}
	const self = links[one];
	if (self) self[one] = -Infinity;
	first.push(...second);
	groups[other] = [];
}
