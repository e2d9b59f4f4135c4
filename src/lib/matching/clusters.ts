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
	for (const members of linkedSets(linked, count, rules.least)) {
		for (const group of agglomerate(members, rules)) {
			const first = Math.min(...group);
			for (const record of group) groupOf[record] = first;
		}
	}
	return groupOf;
}

/** Sets of records that hang together by pairs of at least these odds, none of them too large. */
function* linkedSets(
	linked: readonly WeighedPair[],
	count: number,
	least: number
): Generator<number[]> {
	let pairs = linked;
	for (let bar = least; pairs.length > 0; bar += 2) {
		const leader = leadersOf(pairs, count);
		const sizes = new Int32Array(count);
		for (const first of leader) sizes[first] = (sizes[first] ?? 0) + 1;
		const sizeOf = (record: number) => sizes[leader[record] ?? record] ?? 0;
		for (const members of setsOf(leader, sizes))
			if (members.length <= largest) yield members;
			else if (bar > strictest)
				for (let at = 0; at < members.length; at += largest) yield members.slice(at, at + largest);
		if (bar > strictest) return;
		pairs = pairs.filter(({ a, odds }) => odds >= bar + 2 && sizeOf(a) > largest);
	}
}

/** For each record the first of those with which it hangs together. */
function leadersOf(pairs: readonly WeighedPair[], count: number): Int32Array {
	const leader = Int32Array.from({ length: count }, (_, record) => record);
	const leaderOf = (record: number) => {
		let at = record;
		for (let next = leader[at] ?? at; next !== at; next = leader[at] ?? at) {
			leader[at] = leader[next] ?? next;
			at = next;
		}
		return at;
	};
	for (const { a, b } of pairs) {
		const one = leaderOf(a);
		const other = leaderOf(b);
		leader[Math.max(one, other)] = Math.min(one, other);
	}
	for (let record = 0; record < count; record += 1) leader[record] = leaderOf(record);
	return leader;
}

/** The records of each leader who has any beside itself, in order. */
function* setsOf(leader: Int32Array, sizes: Int32Array): Generator<number[]> {
	const from = new Int32Array(sizes.length);
	for (let record = 1; record < from.length; record += 1)
		from[record] = (from[record - 1] ?? 0) + (sizes[record - 1] ?? 0);
	const next = from.slice();
	const members = new Int32Array(leader.length);
	for (const [record, first] of leader.entries()) {
		const place = next[first] ?? 0;
		members[place] = record;
		next[first] = place + 1;
	}
	for (const [first, size] of sizes.entries())
		if (size > 1) yield [...members.subarray(from[first], (from[first] ?? 0) + size)];
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
