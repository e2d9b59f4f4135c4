import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communityGraph, type NotedTie } from '#lib/network/community-graph.ts';
import {
	type CommunityPath,
	communityPaths,
	type CommunityWish,
	fellowStrength
} from '#lib/network/community-paths.ts';
import { spreadPaths } from '#lib/network/spread-paths.ts';

/** Kathy 0, Dean 1 and Anne 2 are members; Pierre 3 and Paul 4 are known to some. */
const [kathy, dean, anne, pierre, paul] = [0, 1, 2, 3, 4];

interface Tie {
	owner: number;
	known: number;
	strength: number;
	shared: boolean;
}
interface Village {
	members: number;
	others: number;
	willing: number[];
	ties: Tie[];
	noted: NotedTie[];
}

function graphOf({ members, others, willing, ties, noted }: Village) {
	return communityGraph({
		members,
		others,
		willing: Uint8Array.from(willing),
		ties: ties.map(({ owner, known, strength, shared: isShared }) => ({
			owner,
			known: Int32Array.of(known),
			strength: Float32Array.of(strength),
			shared: Uint8Array.of(Number(isShared))
		})),
		noted
	});
}

const village: Village = { members: 3, others: 2, willing: [1, 1, 1], ties: [], noted: [] };
const shared = (owner: number, known: number, strength: number): Tie => ({
	owner,
	known,
	strength,
	shared: true
});
const own = (owner: number, known: number, strength: number): Tie => ({
	...shared(owner, known, strength),
	shared: false
});

function peopleTo(target: number, some: Partial<Village>, member = kathy, spared: number[] = []) {
	const wish = { member, targets: Int32Array.of(target), k: 10, maxTies: 3 as const, spared };
	return communityPaths(graphOf({ ...village, ...some }), wish).map(({ people }) => people);
}

describe('a path of a community', () => {
	it('leads over a connector to whom he shares that he knows', () => {
		const ties = [own(kathy, dean, 0.5), shared(dean, pierre, 0.5)];
		expect(peopleTo(pierre, { ties })).toEqual([[kathy, dean, pierre]]);
	});

	it('never uses what a connector keeps to himself', () => {
		const ties = [own(kathy, dean, 0.5), own(dean, pierre, 0.5)];
		expect(peopleTo(pierre, { ties })).toEqual([]);
		expect(peopleTo(pierre, { ties }, dean)).toEqual([[dean, pierre]]);
	});

	it('never leads through the private ties of somebody who could be asked', () => {
		const ties = [own(kathy, dean, 0.9), own(dean, anne, 0.9), shared(anne, pierre, 0.9)];
		expect(peopleTo(pierre, { ties })).toEqual([[kathy, anne, pierre]]);
	});

	it('leads over a member whom one does not know, if he knows the target', () => {
		const ties = [shared(dean, pierre, 0.5)];
		const wish = { member: kathy, targets: Int32Array.of(pierre), k: 5, maxTies: 3 as const };
		const [path] = communityPaths(graphOf({ ...village, ties }), wish);
		expect(path?.people).toEqual([kathy, dean, pierre]);
		expect(path?.strength).toBeCloseTo(0.5 * fellowStrength);
	});

	it('does not ask who does not want to be asked, nor who is to be spared', () => {
		const ties = [own(kathy, dean, 0.5), shared(dean, pierre, 0.5), shared(anne, pierre, 0.2)];
		expect(peopleTo(pierre, { ties, willing: [1, 0, 1] })).toEqual([[kathy, anne, pierre]]);
		expect(peopleTo(pierre, { ties }, kathy, [dean])).toEqual([[kathy, anne, pierre]]);
	});

	it('over a connector whom somebody noted is that member’s alone', () => {
		const ties = [own(kathy, paul, 0.5), own(anne, paul, 0.9)];
		const noted = [{ owner: kathy, connector: paul, target: pierre, reach: 0.5, strength: 0.5 }];
		expect(peopleTo(pierre, { ties, noted })).toEqual([[kathy, paul, pierre]]);
		expect(peopleTo(pierre, { ties, noted }, anne)).toEqual([]);
	});

	it('does not lead through the one who searches', () => {
		const ties = [own(kathy, dean, 0.9), shared(kathy, pierre, 0.9), shared(dean, kathy, 0.9)];
		expect(peopleTo(pierre, { ties })).toEqual([[kathy, pierre]]);
		expect(peopleTo(kathy, { ties })).toEqual([]);
	});
});

const villages: fc.Arbitrary<Village> = fc
	.record({ members: fc.integer({ min: 1, max: 5 }), others: fc.integer({ min: 1, max: 4 }) })
	.chain(({ members, others }) => {
		const member = fc.nat({ max: members - 1 });
		const anybody = fc.nat({ max: members + others - 1 });
		const strength = fc.constantFrom(0.25, 0.5, 0.75, 1);
		return fc.record({
			members: fc.constant(members),
			others: fc.constant(others),
			willing: fc.array(fc.constantFrom(0, 1), { minLength: members, maxLength: members }),
			ties: fc.array(fc.record({ owner: member, known: anybody, strength, shared: fc.boolean() }), {
				maxLength: 30
			}),
			noted: fc.array(
				fc.record({
					owner: member,
					connector: anybody,
					target: anybody,
					reach: strength,
					strength
				}),
				{ maxLength: 6 }
			)
		});
	});

const wishes = villages.chain((some) =>
	fc.record({
		some: fc.constant(some),
		member: fc.nat({ max: some.members - 1 }),
		targets: fc
			.uniqueArray(fc.nat({ max: some.members + some.others - 1 }), { maxLength: 3 })
			.map((list) => Int32Array.from(list))
	})
);

/** The strengths of all paths that the rules allow, found by trying every one. */
function allowed(some: Village, member: number, targets: Int32Array): string[] {
	const noted = some.noted.filter((tie) => tie.owner === member);
	const best = new Map<string, number>();
	const offer = (people: number[], strength: number) => {
		if (new Set(people).size < people.length) return;
		const key = people.join();
		best.set(key, Math.max(best.get(key) ?? 0, strength));
	};
	for (const target of targets) {
		if (target === member) continue;
		for (const steps of walks(some, noted, member, target)) offer(steps.people, steps.strength);
	}
	return [...best].map(([people, strength]) => `${strength.toFixed(6)} ${people}`).toSorted();
}

/** A place to stand: the searcher's start, a member or other, or a connector noted by the searcher. */
type Place = `start` | `node ${number}` | `noted ${number}`;

function walks(some: Village, noted: NotedTie[], member: number, target: number) {
	const ties = new Map<string, number>();
	const tie = (one: Place, other: Place, strength: number) => {
		for (const key of [`${one}>${other}`, `${other}>${one}`])
			ties.set(key, Math.max(ties.get(key) ?? 0, strength));
	};
	for (const { owner, known, strength, shared: isShared } of some.ties) {
		if (owner === member) tie('start', `node ${known}`, strength);
		if (isShared) tie(`node ${owner}`, `node ${known}`, strength);
	}
	for (const { connector, target: whom, reach, strength } of noted) {
		tie('start', `noted ${connector}`, reach);
		tie(`noted ${connector}`, `node ${whom}`, strength);
	}
	const middles: Place[] = [
		...some.willing.flatMap((willing, node): Place[] =>
			willing && node !== member ? [`node ${node}`] : []
		),
		...new Set(noted.map(({ connector }): Place => `noted ${connector}`))
	];
	const chains = [[], ...middles.map((one) => [one]), ...pairsOf(middles)];
	const found = chains.flatMap((chain) => {
		const places: Place[] = ['start', ...chain, `node ${target}`];
		const strengths = places.slice(1).map((place, at) => ties.get(`${places[at]}>${place}`) ?? 0);
		const strength = strengths.reduce((product, one) => product * one, 1);
		return strength > 0
			? [{ people: places.map((place) => personAt(place, member)), strength }]
			: [];
	});
	const fellows = middles.flatMap((place) => {
		const knows = place.startsWith('node') ? (ties.get(`${place}>node ${target}`) ?? 0) : 0;
		if (knows === 0 || ties.has(`start>${place}`)) return [];
		const people = [member, personAt(place, member), target];
		return [{ people, strength: fellowStrength * knows }];
	});
	return [...found, ...fellows];
}

function pairsOf(middles: Place[]): Place[][] {
	return middles.flatMap((one) => middles.filter((two) => two !== one).map((two) => [one, two]));
}

function personAt(place: Place, member: number): number {
	return place === 'start' ? member : Number(place.split(' ')[1]);
}

function line({ people, strength }: CommunityPath): string {
	return `${strength.toFixed(6)} ${people}`;
}

describe('the paths of any community', () => {
	it('are all that the rules allow, and no other', () => {
		fc.assert(
			fc.property(wishes, ({ some, member, targets }) => {
				const wish = { member, targets, k: 250, maxTies: 3 as const };
				const found = communityPaths(graphOf(some), wish);
				expect(found.map(line).toSorted()).toEqual(allowed(some, member, targets));
			}),
			{ numRuns: 2000 }
		);
	});

	it('are the same whatever others keep to themselves', () => {
		fc.assert(
			fc.property(wishes, villages, ({ some, member, targets }, more) => {
				const hidden = more.ties
					.filter(({ owner }) => owner < some.members && owner !== member)
					.map((tie) => ({
						...tie,
						known: tie.known % (some.members + some.others),
						shared: false
					}));
				const wish: CommunityWish = { member, targets, k: 20, maxTies: 3 };
				const before = communityPaths(graphOf(some), wish);
				const after = communityPaths(graphOf({ ...some, ties: [...some.ties, ...hidden] }), wish);
				expect(after).toEqual(before);
			})
		);
	});

	it('spread their first five over connectors, at most two through the same one', () => {
		fc.assert(
			fc.property(wishes, ({ some, member, targets }) => {
				const community = graphOf(some);
				const wish: CommunityWish = { member, targets, k: 20, maxTies: 3 };
				const { first, more } = spreadPaths(community, wish);
				const all = communityPaths(community, { ...wish, k: 1000 });
				const load = Map.groupBy(
					first.flatMap(({ people }) => people.slice(1, -1)),
					(node) => node
				);
				for (const paths of load.values()) expect(paths.length).toBeLessThanOrEqual(2);
				expect(first.length).toBeLessThanOrEqual(5);
				expect(first[0]).toEqual(all[0]);
				expect([...first, ...more].length).toBe(Math.min(20, all.length));
				const untaken = all.filter((path) => !first.some((other) => line(other) === line(path)));
				const fits = ({ people }: CommunityPath) =>
					people.slice(1, -1).every((node) => (load.get(node)?.length ?? 0) < 2);
				if (first.length < 5) expect(untaken.filter(fits)).toEqual([]);
			}),
			{ numRuns: 1000 }
		);
	});
});
