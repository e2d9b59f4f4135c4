/** A number from 0 to 2^53 for a text, evenly spread and the same each time; no secret is safe in it. */
export function spread(text: string): number {
	let high = 0x9e3779b9;
	let low = 0x85ebca6b;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		high = Math.imul(high ^ code, 0xcc9e2d51);
		low = Math.imul(low ^ code, 0x1b873593);
		high ^= low >>> 15;
	}
	high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
	low = Math.imul(low ^ (low >>> 16), 0xc2b2ae35) ^ Math.imul(high ^ (high >>> 13), 0x85ebca6b);
	return 4_294_967_296 * (high & 0x1fffff) + (low >>> 0);
}

/** Beyond this many, messages that stand twice in a file count twice: the memory is not theirs. */
const most = 2_000_000;

/** Which messages have been seen: 16 bytes each at most, for up to two million. */
export class SeenKeys {
	#slots = new Float64Array(1024);
	#count = 0;

	/** Whether the key is new. */
	add(key: string): boolean {
		const number = spread(key) + 1;
		const slot = this.#slotOf(number);
		if (this.#slots[slot] === number) return false;
		if (this.#count >= most) return true;
		this.#slots[slot] = number;
		this.#count += 1;
		if (this.#count * 2 > this.#slots.length) this.#grow();
		return true;
	}

	#slotOf(number: number): number {
		let slot = number % this.#slots.length;
		while (this.#slots[slot] !== 0 && this.#slots[slot] !== number)
			slot = (slot + 1) % this.#slots.length;
		return slot;
	}

	#grow(): void {
		const before = this.#slots;
		this.#slots = new Float64Array(before.length * 2);
		for (const number of before) if (number !== 0) this.#slots[this.#slotOf(number)] = number;
	}
}
