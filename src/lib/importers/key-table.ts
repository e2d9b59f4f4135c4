/**
 * Numbers by key, for millions of keys: of each only 63 bits are kept. Of a million keys, two are
 * taken for the same in one case of 18 million.
 */
export class KeyTable {
	#hashes = new Uint32Array(2 * 1024);
	#values = new Uint32Array(1024);
	#size = 0;
	#low = 0;
	#high = 0;

	get(key: string): number | undefined {
		this.#hash(key);
		const at = this.#place();
		return this.#isFree(at) ? undefined : this.#values[at];
	}

	/** Keeps a number, a whole one from 0 below 2³², unless the key has one. */
	add(key: string, value: number): void {
		this.#hash(key);
		const at = this.#place();
		if (!this.#isFree(at)) return;
		this.#put(at, value);
		this.#size += 1;
		if (this.#size > this.#values.length * 0.8) this.#grow();
	}

	/** Where the hashed key is, or would be. */
	#place(): number {
		const mask = this.#values.length - 1;
		let at = this.#low & mask;
		while (!this.#isFree(at) && !this.#isAt(at)) at = (at + 1) & mask;
		return at;
	}

	#isFree(at: number): boolean {
		return this.#hashes[2 * at + 1] === 0;
	}

	#isAt(at: number): boolean {
		return this.#hashes[2 * at] === this.#low && this.#hashes[2 * at + 1] === this.#high;
	}

	#put(at: number, value: number): void {
		this.#hashes[2 * at] = this.#low;
		this.#hashes[2 * at + 1] = this.#high;
		this.#values[at] = value;
	}

	#grow(): void {
		const hashes = this.#hashes;
		const values = this.#values;
		this.#hashes = new Uint32Array(2 * hashes.length);
		this.#values = new Uint32Array(2 * values.length);
		for (const [at, value] of values.entries()) {
			this.#low = hashes[2 * at] ?? 0;
			this.#high = hashes[2 * at + 1] ?? 0;
			if (this.#high !== 0) this.#put(this.#place(), value);
		}
	}

	/** Two of 32 bits at once, each letter mixed into both; the second never 0, which is a free place. */
	#hash(key: string): void {
		let low = 0xdeadbeef;
		let high = 0x41c6ce57;
		for (let at = 0; at < key.length; at += 1) {
			const letter = key.charCodeAt(at);
			low = Math.imul(low ^ letter, 0x9e3779b1);
			high = Math.imul(high ^ letter, 0x5f356495);
		}
		low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
		high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
		this.#low = (low ^ (low >>> 16)) >>> 0;
		this.#high = ((high ^ (high >>> 16)) | 1) >>> 0;
	}
}

/** 29 bits of a text, never 0: enough to see that it is another one. */
export function shortHash(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1)
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return ((hash ^ (hash >>> 15)) & 0x3fffffff) | 1;
}
