import type { CommunityGraph } from '#lib/network/community-graph.ts';
import {
	type CommunityPath,
	communityPaths,
	type CommunityWish
} from '#lib/network/community-paths.ts';

/** Paths to be shown first, and those to be folded away. */
export interface SpreadPaths {
	/** At most five, at most two of them through the same connector. */
	first: CommunityPath[];
	/** The best of the others. */
	more: CommunityPath[];
}

const shownFirst = 5;
const throughOne = 2;

/**
 * The best paths, with the first of them spread over connectors, so that not everything is asked of
 * one. Both lists are in the order of `communityPaths`; `k` is how many there are in all.
 */
export function spreadPaths(community: CommunityGraph, wish: CommunityWish): SpreadPaths {
	const first: CommunityPath[] = [];
	const load = new Map<number, number>();
	for (let spared = wish.spared ?? []; first.length < Math.min(shownFirst, wish.k);) {
		const found = communityPaths(community, { ...wish, spared, k: shownFirst });
		const fresh = found.filter((path) => !first.some((other) => isSame(path, other)));
		take(fresh, first, load);
		const full = [...load].filter(([, count]) => count >= throughOne).map(([node]) => node);
		const sparing = [...(wish.spared ?? []), ...full];
		if (fresh.length === 0 || sparing.length === spared.length) break;
		spared = sparing;
	}
	const best = communityPaths(community, wish);
	const more = best.filter((path) => !first.some((other) => isSame(path, other)));
	return { first, more: more.slice(0, wish.k - first.length) };
}

/** Takes those whose connectors are not on two yet, and counts. */
function take(found: CommunityPath[], first: CommunityPath[], load: Map<number, number>): void {
	for (const path of found) {
		const connectors = path.people.slice(1, -1);
		if (first.length >= shownFirst) return;
		if (connectors.some((node) => (load.get(node) ?? 0) >= throughOne)) continue;
		first.push(path);
		for (const node of connectors) load.set(node, (load.get(node) ?? 0) + 1);
	}
}

function isSame(one: CommunityPath, other: CommunityPath): boolean {
	return (
		one.people.length === other.people.length &&
		one.people.every((node, at) => node === other.people[at])
	);
}
