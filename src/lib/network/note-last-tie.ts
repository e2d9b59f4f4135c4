import { type LastTies, makeRoom } from '#lib/network/last-ties.ts';

/** Notes that a path may end with the tie between this node and this target. */
export function addLastTie(ties: LastTies, node: number, target: number, strength: number): void {
	const added = ties.count;
	if (added === ties.node.length) makeRoom(ties);
	ties.count = added + 1;
	ties.node[added] = node;
	ties.target[added] = target;
	ties.strength[added] = strength;
	if (strength > ties.top) ties.top = strength;
	const word = ties.marked[node >>> 5] ?? 0;
	const bit = 1 << (node & 31);
	ties.marked[node >>> 5] = word | bit;
	putInOrder(ties, node, added, (word & bit) === 0 ? -1 : (ties.first[node] ?? -1));
}

/** Forgets them all; takes as long as there are ties, not nodes. */
export function clearLastTies(ties: LastTies): void {
	for (let tie = 0; tie < ties.count; tie += 1) ties.marked[(ties.node[tie] ?? 0) >>> 5] = 0;
	ties.count = 0;
	ties.top = 0;
}

/** Whether a path may end with a tie of this node's. */
export function hasLastTie(ties: LastTies, node: number): boolean {
	return (((ties.marked[node >>> 5] ?? 0) >>> (node & 31)) & 1) === 1;
}

// Only the first is the strongest: that is what tells whether the others need to be looked at.
function putInOrder(ties: LastTies, node: number, added: number, first: number): void {
	if (first < 0 || (ties.strength[added] ?? 0) > (ties.strength[first] ?? 0)) {
		ties.next[added] = first;
		ties.first[node] = added;
	} else {
		ties.next[added] = ties.next[first] ?? -1;
		ties.next[first] = added;
	}
}
