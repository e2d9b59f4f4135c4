/** The ties a path may end with, found by the node before the target. */
export interface LastTies {
	/** One bit a node: has it a last tie? Small, so that it stays near the processor. */
	readonly marked: Int32Array;
	/** Of a marked node: the number of its strongest last tie. */
	readonly first: Int32Array;
	/** Of a tie: the number of another tie of the same node, or -1. */
	next: Int32Array;
	node: Int32Array;
	target: Int32Array;
	strength: Float32Array;
	count: number;
	/** The strongest of all; 0 if there is none. */
	top: number;
}

/** None yet, with room for those of as many nodes. */
export function lastTiesOf(nodes: number): LastTies {
	const room = 1024;
	return {
		marked: new Int32Array((nodes >>> 5) + 1),
		first: new Int32Array(nodes),
		next: new Int32Array(room),
		node: new Int32Array(room),
		target: new Int32Array(room),
		strength: new Float32Array(room),
		count: 0,
		top: 0
	};
}

/** Twice the room, for when there is no more. */
export function makeRoom(ties: LastTies): void {
	const room = 2 * ties.count;
	ties.next = enlarged(ties.next, new Int32Array(room));
	ties.node = enlarged(ties.node, new Int32Array(room));
	ties.target = enlarged(ties.target, new Int32Array(room));
	ties.strength = enlarged(ties.strength, new Float32Array(room));
}

function enlarged<T extends Int32Array | Float32Array>(small: T, large: T): T {
	large.set(small);
	return large;
}
