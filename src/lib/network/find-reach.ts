import type { CommunityGraph } from '#lib/network/community-graph.ts';
import { fellowStrength } from '#lib/network/community-paths.ts';
import type { Network } from '#lib/network/find-paths.ts';
import { linksFrom } from '#lib/network/links-from.ts';
import type { Reached } from '#lib/network/path-finder.ts';

/** Who is within reach of a member, as `PathFinder` tells: those they know first, then the best. */
export function findReach({ peopled }: Pick<Network, 'peopled'>, memberId: string): Reached[] {
	const { community, whoIs, nodeOf } = peopled;
	const member = nodeOf(`member ${memberId}`);
	if (member === undefined) return [];
	const best = bestReach(community, member);
	const reached = [...best].map(([node, { strength, through }]) => ({
		id: whoIs(node),
		strength,
		through: through === null ? null : whoIs(through)
	}));
	return reached.toSorted(
		(one, other) => other.strength - one.strength || (one.id < other.id ? -1 : 1)
	);
}

interface Step {
	strength: number;
	through: number | null;
}

function bestReach(community: CommunityGraph, member: number): Map<number, Step> {
	const { graph, firstStart, mayConnect, standsFor, notedBy } = community;
	const best = new Map<number, Step>();
	const add = (node: number, step: Step) => {
		const person = standsFor[node] ?? 0;
		if (person === member) return;
		const known = best.get(person);
		if (!known || step.strength > known.strength) best.set(person, step);
	};
	const start = firstStart + member;
	const connectors = new Map<number, number>();
	for (let fellow = 0; fellow < mayConnect.length && fellow < firstStart; fellow += 1)
		if (mayConnect[fellow] && fellow !== member) connectors.set(fellow, fellowStrength);
	for (const [node, strength] of linksFrom(graph, start)) {
		const isNoted = notedBy.get(member)?.includes(node) === true;
		if (!isNoted) add(node, { strength, through: null });
		if (isNoted || (mayConnect[node] && node !== member)) connectors.set(node, strength);
	}
	for (const [connector, reach] of connectors)
		for (const [node, strength] of linksFrom(graph, connector)) {
			const through = standsFor[connector] ?? 0;
			if (node < firstStart && node !== through) add(node, { strength: reach * strength, through });
		}
	return best;
}
