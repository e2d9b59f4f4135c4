import { keyCount, keyGroups } from '#lib/matching/block-keys.ts';
import { IntList } from '#lib/matching/int-list.ts';

/** One of so many equal parts of all keys there can be: what one thread looks at. */
export interface KeyShare {
	part: number;
	parts: number;
}

/** All keys. */
export const allKeys: KeyShare = { part: 0, parts: 1 };

/** The records that share each key of one group of keys. */
export interface KeyBlocks {
	/** The place of the group in `keyGroups`. */
	group: number;
	/** Each key, and where its records end in `members`; they begin where those of the one before end. */
	keys: Uint32Array;
	ends: Int32Array;
	members: Int32Array;
}

/** Somebody may be known to hundreds by one address. */
const certainTogether = 6;

/**
 * The records that share a key, for every key of this share that at least two records have, group by
 * group. A key that more than `mostTogether` share (six times as many for a certain one) finds nobody:
 * it says nothing, and would make too many pairs. Such keys are cleared from `keys`.
 */
export function keyBlocks(
	keys: Uint32Array,
	mostTogether: number,
	share: KeyShare = allKeys
): KeyBlocks[] {
	let slot = 0;
	return keyGroups.map(({ slots, certain }, group) => {
		const most = certain ? certainTogether * mostTogether : mostTogether;
		const blocks = new BlockList(keys, slot, slots, most);
		for (const [first, last] of ranges(keys.length / keyCount, share)) blocks.addRange(first, last);
		slot += slots;
		return { group, ...blocks.taken() };
	});
}

/** A key and a record together are a whole number, of 53 bits, that sorts by key. */
const sortableBits = 53;

/** Ranges of keys, each small enough to be sorted together with a record. */
function* ranges(records: number, { part, parts }: KeyShare): Generator<[number, number]> {
	const widest = 2 ** (sortableBits - bitsOf(records));
	const end = Math.floor((2 ** 32 * (part + 1)) / parts);
	for (let first = Math.floor((2 ** 32 * part) / parts); first < end; first += widest)
		yield [first, Math.min(end, first + widest)];
}

function bitsOf(records: number): number {
	return Math.ceil(Math.log2(Math.max(2, records)));
}

class BlockList {
	#rows: Uint32Array;
	#slot: number;
	#slots: number;
	#most: number;
	#records: number;
	#keys = new IntList();
	#ends = new IntList();
	#members = new IntList();

	constructor(rows: Uint32Array, slot: number, slots: number, most: number) {
		this.#rows = rows;
		this.#slot = slot;
		this.#slots = slots;
		this.#most = most;
		this.#records = 2 ** bitsOf(rows.length / keyCount);
	}

	addRange(first: number, last: number): void {
		const held = this.#sortedKeys(first, last);
		let begin = 0;
		while (begin < held.length) {
			const key = Math.floor((held[begin] ?? 0) / this.#records);
			const next = (key + 1) * this.#records;
			let end = begin + 1;
			while (end < held.length && (held[end] ?? 0) < next) end += 1;
			if (end - begin > 1) this.#addBlock(first + key, held.subarray(begin, end));
			begin = end;
		}
	}

	taken() {
		const keys = Uint32Array.from(this.#keys.taken(), (key) => key >>> 0);
		return { keys, ends: this.#ends.taken(), members: this.#members.taken() };
	}

	#sortedKeys(first: number, last: number): Float64Array {
		const rows = this.#rows;
		let count = 0;
		for (let row = this.#slot; row < rows.length; row += keyCount)
			for (let at = row; at < row + this.#slots; at += 1)
				if (isIn(rows[at], first, last)) count += 1;
		const held = new Float64Array(count);
		let filled = 0;
		for (let row = this.#slot, record = 0; row < rows.length; row += keyCount, record += 1)
			for (let at = row; at < row + this.#slots; at += 1) {
				const key = rows[at] ?? 0;
				if (isIn(key, first, last)) held[filled++] = (key - first) * this.#records + record;
			}
		held.sort();
		return held;
	}

	/** A record may have one key twice, in two orders of its name. */
	#addBlock(key: number, held: Float64Array): void {
		const before = this.#members.count;
		for (const [at, each] of held.entries())
			if (each !== held[at - 1]) this.#members.add(each % this.#records);
		const together = this.#members.count - before;
		if (together > this.#most) this.#clear(key, before);
		if (together < 2 || together > this.#most) {
			this.#members.count = before;
			return;
		}
		this.#keys.add(key | 0);
		this.#ends.add(this.#members.count);
	}

	#clear(key: number, from: number): void {
		for (let at = from; at < this.#members.count; at += 1) {
			const row = (this.#members.row[at] ?? 0) * keyCount + this.#slot;
			for (let each = row; each < row + this.#slots; each += 1)
				if (this.#rows[each] === key) this.#rows[each] = 0;
		}
	}
}

function isIn(key = 0, first: number, last: number): boolean {
	return key !== 0 && key >= first && key < last;
}
