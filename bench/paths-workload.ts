import type { TieColumns } from '../src/lib/network/graph.ts';
import { numbersFrom } from '../src/lib/matching/seeded-numbers.ts';

/** Every so many-th person is a member. */
export const membersEvery = 50;
const tiesEach = 10;
/** Of the ties of members, how many lead to another member. */
const between = 0.07;
const steepness = { members: 1.2, others: 0.4 };
/** Has no divisor in common with the numbers of people: multiplying by it shuffles them. */
export const shuffler = 7919;

type Chance = () => number;

/**
 * An invented community, the same each time: every tie has a member at one end or at both, the numbers
 * of ties follow power laws (members at most 10,000, on average 535), most ties are weak.
 */
export function inventTies(nodes: number): TieColumns {
	const draw = numbersFrom(6);
	const chance: Chance = () => draw(2 ** 32) / 2 ** 32;
	const count = nodes * tiesEach;
	const columns = {
		nodes,
		a: new Int32Array(count),
		b: new Int32Array(count),
		strength: Float32Array.from({ length: count }, () => weakMostly(chance()))
	};
	const members = nodes / membersEvery;
	const ends = endsOf(members, Math.round(count * (1 + between)));
	const wanted = Float64Array.from(ends, (end, at) => end - (ends[at - 1] ?? 0));
	const atOthers = tieMembers(columns, ends, wanted, chance);
	tieOthers(columns, atOthers, ends, wanted, chance);
	return columns;
}

// In steps of a hundredth, so that equal paths are as frequent as in life.
function weakMostly(chance: number): number {
	return Math.max(1, Math.round(100 * chance ** 3)) / 100;
}

/** How many ends of ties the members have up to each one, the ends being `total` together. */
function endsOf(members: number, total: number): Float64Array {
	const { members: steep } = steepness;
	const least = 0.0158 ** steep;
	const degrees = Float64Array.from({ length: members }, (_, at) => {
		const rank = (at * shuffler) % members;
		return (1 - ((rank + 0.5) / members) * (1 - least)) ** (-1 / steep);
	});
	const sum = degrees.reduce((all, degree) => all + degree, 0);
	let before = 0;
	return degrees.map((degree) => Math.round((before += (degree * total) / sum)));
}

/** The member who has this end. */
function memberAt(ends: Float64Array, end: number): number {
	let low = 0;
	let high = ends.length - 1;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((ends[middle] ?? 0) > end) high = middle;
		else low = middle + 1;
	}
	return low;
}

function tieMembers(
	{ a, b }: TieColumns,
	ends: Float64Array,
	wanted: Float64Array,
	chance: Chance
): number {
	const count = Math.round(a.length * between);
	const total = ends.at(-1) ?? 0;
	const known = new Set<number>();
	for (let tie = 0; tie < count;) {
		const one = memberAt(ends, chance() * total);
		const other = memberAt(ends, chance() * total);
		const pair = Math.min(one, other) * ends.length + Math.max(one, other);
		if (one === other || known.has(pair)) continue;
		known.add(pair);
		a[tie] = one * membersEvery;
		b[tie] = other * membersEvery;
		wanted[one] = (wanted[one] ?? 0) - 1;
		wanted[other] = (wanted[other] ?? 0) - 1;
		tie += 1;
	}
	return count;
}

function tieOthers(
	{ nodes, a, b }: TieColumns,
	first: number,
	ends: Float64Array,
	wanted: Float64Array,
	chance: Chance
): void {
	const others = nodes - ends.length;
	const knownBy = new Int32Array(nodes).fill(-1);
	let tie = first;
	for (let member = 0; tie < a.length; member = (member + 1) % ends.length) {
		for (let left = wanted[member] ?? 0; left > 0 && tie < a.length;) {
			const rank = Math.floor(others * chance() ** (1 / (1 - steepness.others)));
			const other = otherAt((rank * shuffler) % others);
			if (knownBy[other] === member) continue;
			knownBy[other] = member;
			a[tie] = member * membersEvery;
			b[tie] = other;
			tie += 1;
			left -= 1;
		}
		// Whoever has more members than ties were planned leaves a rest, which the next round deals out.
		wanted[member] = 1;
	}
}

/** The person who is this one of those who are no members. */
export function otherAt(index: number): number {
	return index + Math.floor(index / (membersEvery - 1)) + 1;
}
