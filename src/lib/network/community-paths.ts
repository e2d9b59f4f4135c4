import type { CommunityGraph } from '#lib/network/community-graph.ts';
import type { Path } from '#lib/network/found-paths.ts';
import type { Graph } from '#lib/network/graph.ts';
import { linksFrom } from '#lib/network/links-from.ts';
import { mostPaths } from '#lib/network/path-wish.ts';
import { bestPathsToAny } from '#lib/network/paths.ts';

/** Who asks for paths, to whom, and what is to be minded. */
export interface CommunityWish {
	/** The member who searches. */
	member: number;
	/** Members and others; whoever of them is the member is passed over. */
	targets: Int32Array;
	/** How many paths at most. */
	k: number;
	maxTies: 1 | 2 | 3;
	/** Who is not to stand in the middle this time, as members and others. */
	spared?: readonly number[];
}

/** A path of a community: who stands on it, as members and others, and how it comes about. */
export interface CommunityPath {
	/** The member who searches, connectors, the target. */
	people: number[];
	/** Above 0, at most 1: the product of its ties' strengths. */
	strength: number;
	/** The strength of each tie, in the order of the path. */
	ties: number[];
	/** The connector was noted by the member, who alone knows that they know the target. */
	noted: boolean;
	/** Of the first tie nothing is known but that both are members. */
	fellow: boolean;
}

/**
 * How well a member is thought to reach another of whom nothing is known but that both are in this
 * community. A round figure: less than a faint tie of one's own.
 */
export const fellowStrength = 0.1;

/** The best paths, in the order of `bestPaths`. The graph is as before when this returns. */
export function communityPaths(community: CommunityGraph, wish: CommunityWish): CommunityPath[] {
	const { mayConnect } = community;
	const closed = [wish.member, ...(wish.spared ?? [])].filter((node) => mayConnect[node] !== 0);
	const opened = openedFor(community, wish);
	for (const node of closed) mayConnect[node] = 0;
	for (const node of opened) mayConnect[node] = 1;
	try {
		return search(community, wish);
	} finally {
		for (const node of opened) mayConnect[node] = 0;
		for (const node of closed) mayConnect[node] = 1;
	}
}

function openedFor({ notedBy, standsFor }: CommunityGraph, { member, spared = [] }: CommunityWish) {
	const noted = notedBy.get(member) ?? [];
	return noted.filter((node) => !spared.includes(standsFor[node] ?? 0));
}

function search(community: CommunityGraph, wish: CommunityWish): CommunityPath[] {
	const { graph, firstStart, mayConnect, notedBy } = community;
	const { member, k, maxTies } = wish;
	const targets = wish.targets.filter((target) => target !== member);
	const start = firstStart + member;
	// Somebody who stands at two nodes may make two paths of one.
	const most = Math.min(mostPaths, notedBy.has(member) ? 4 * k : k);
	const paths = bestPathsToAny(graph, start, targets, { k: most, maxTies, mayConnect });
	const fellows = maxTies > 1 ? fellowPaths(community, start, targets) : [];
	const all = [
		...paths.map((path) => stoodFor(community, path, false)),
		...fellows.map((path) => stoodFor(community, path, true))
	].toSorted(better);
	return distinct(all)
		.slice(0, k)
		.map((path) => told(community, path));
}

/** A path by its nodes and by who stands there. */
interface StoodPath extends Path {
	people: number[];
	fellow: boolean;
}

function stoodFor({ standsFor }: CommunityGraph, path: Path, fellow: boolean): StoodPath {
	return { ...path, people: path.nodes.map((node) => standsFor[node] ?? 0), fellow };
}

/** Nobody twice on a path, and no path twice: the stronger of two with the same people. */
function distinct(paths: StoodPath[]): StoodPath[] {
	const seen = new Set<string>();
	return paths.filter(({ people }) => {
		const key = people.join();
		if (new Set(people).size < people.length || seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** Over members who know a target but whom the one who searches does not know. */
function fellowPaths(community: CommunityGraph, start: number, targets: Int32Array): Path[] {
	const { graph, firstStart, mayConnect } = community;
	const own = connectorsKnownTo(community, start);
	const paths: Path[] = [];
	for (const target of new Set(targets)) {
		for (const [fellow, strength] of linksFrom(graph, target)) {
			if (fellow >= firstStart || mayConnect[fellow] === 0 || own.has(fellow)) continue;
			paths.push({ nodes: [start, fellow, target], strength: fellowStrength * strength });
		}
	}
	return paths;
}

/** Those among a node's neighbours who may connect: of books of thousands hardly anybody. */
function connectorsKnownTo({ graph, mayConnect }: CommunityGraph, node: number): Set<number> {
	const { starts, links } = graph;
	const known = new Set<number>();
	const end = starts[node + 1] ?? 0;
	for (let at = starts[node] ?? 0; at < end; at += 2) {
		const other = links[at] ?? 0;
		if (mayConnect[other] !== 0) known.add(other);
	}
	return known;
}

function told({ graph, firstStart }: CommunityGraph, path: StoodPath): CommunityPath {
	const { nodes, people, strength, fellow } = path;
	const ties = nodes
		.slice(1)
		.map((node, at) =>
			fellow && at === 0 ? fellowStrength : strengthBetween(graph, nodes[at] ?? 0, node)
		);
	const noted = nodes.slice(1).some((node) => node >= firstStart);
	return { people, strength, ties, noted, fellow };
}

function strengthBetween(graph: Graph, one: number, other: number): number {
	const isShorter = linksOf(graph, one) <= linksOf(graph, other);
	const [from, to] = isShorter ? [one, other] : [other, one];
	for (const [node, strength] of linksFrom(graph, from)) if (node === to) return strength;
	return 0;
}

function linksOf({ starts }: Graph, node: number): number {
	return (starts[node + 1] ?? 0) - (starts[node] ?? 0);
}

/** The stronger one first, of equal ones the shorter, then by who stands on it. */
export function better(
	one: Pick<CommunityPath, 'people' | 'strength'>,
	other: Pick<CommunityPath, 'people' | 'strength'>
): number {
	const step = one.people.findIndex((node, at) => node !== other.people[at]);
	return (
		other.strength - one.strength ||
		one.people.length - other.people.length ||
		(one.people[step] ?? 0) - (other.people[step] ?? 0)
	);
}
