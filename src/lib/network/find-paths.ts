import {
	better,
	type CommunityPath,
	communityPaths,
	type CommunityWish
} from '#lib/network/community-paths.ts';
import type { PeopledGraph } from '#lib/network/graph-of-books.ts';
import type { KnownBooks, Somebody } from '#lib/network/known-books.ts';
import type { FoundPath, FoundPaths, PathQuestion } from '#lib/network/path-finder.ts';
import { spreadPaths } from '#lib/network/spread-paths.ts';

/** The books of a community and the graph that was made of them. */
export interface Network {
	held: KnownBooks;
	peopled: PeopledGraph;
}

/** Spread paths, as `PathFinder` tells. Throws a RangeError for a k or maxTies that cannot be meant. */
export function findPaths(network: Network, question: PathQuestion): FoundPaths {
	const asked = asNodes(network, question);
	if (!asked) return { first: [], more: [] };
	const { first, more } = spreadPaths(network.peopled.community, asked.wish);
	const told = (path: CommunityPath) => inNames(network, asked, path);
	return { first: first.map(told), more: more.map(told) };
}

/** The best path to each target, as `PathFinder` tells. */
export function findBestOfEach(network: Network, question: PathQuestion): FoundPath[] {
	const asked = asNodes(network, question);
	if (!asked) return [];
	const best = [...asked.names.keys()].flatMap((target) =>
		communityPaths(network.peopled.community, {
			...asked.wish,
			targets: Int32Array.of(target),
			k: 1
		})
	);
	return best
		.toSorted(better)
		.slice(0, question.k)
		.map((path) => inNames(network, asked, path));
}

interface Asked {
	wish: CommunityWish;
	/** What the question called each target. */
	names: Map<number, Somebody>;
}

function asNodes(network: Network, question: PathQuestion): Asked | null {
	const { memberId, k, maxTies } = question;
	const member = network.peopled.nodeOf(`member ${memberId}`);
	if (member === undefined) return null;
	const nodeOf = nodesFor(network, memberId);
	const names = new Map<number, Somebody>();
	for (const target of question.targets) {
		const node = nodeOf(target);
		if (node !== undefined && node !== member && !names.has(node)) names.set(node, target);
	}
	if (names.size === 0) return null;
	const spared = (question.spared ?? []).flatMap((one) => nodeOf(one) ?? []);
	return { wish: { member, targets: Int32Array.from(names.keys()), k, maxTies, spared }, names };
}

/** A member's own contacts may be members in their eyes alone: there they stand where the member does. */
function nodesFor({ held, peopled }: Network, memberId: string) {
	const { nodeOf } = peopled;
	const book = held.books.get(memberId);
	const own = new Map<Somebody, number>();
	for (const [at, known] of book?.members ?? []) {
		const node = nodeOf(`member ${known}`);
		if (node !== undefined) own.set(held.ids[book?.known[at] ?? -1] ?? '', node);
	}
	return (somebody: Somebody) => own.get(somebody) ?? nodeOf(somebody);
}

function inNames({ peopled }: Network, { names }: Asked, path: CommunityPath): FoundPath {
	const people = path.people.map(peopled.whoIs);
	const target = names.get(path.people.at(-1) ?? -1) ?? '';
	return { ...path, people, target };
}
