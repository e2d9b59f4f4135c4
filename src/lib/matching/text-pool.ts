/**
 * Distinct texts by number, as letters in one long row: millions of them need no object each, and
 * several threads can read them. Text `id` is `codes[from[id]]` to before `codes[from[id + 1]]`.
 */
export interface Texts {
	codes: Uint16Array;
	from: Uint32Array;
}

/** How many there are. */
export function countOf({ from }: Texts): number {
	return from.length - 1;
}

/** The text of a number. */
export function textAt({ codes, from }: Texts, id: number): string {
	const last = from[id + 1] ?? 0;
	let text = '';
	for (let at = from[id] ?? 0; at < last; at += mostLetters)
		text += lettersOf(codes.subarray(at, Math.min(last, at + mostLetters)));
	return text;
}

/** All of them, in the order of their numbers. */
export function* everyText(texts: Texts): Generator<string> {
	for (let id = 0; id < countOf(texts); id += 1) yield textAt(texts, id);
}

/** A call takes so many arguments without fail. */
const mostLetters = 4096;

function lettersOf(codes: ArrayLike<number>): string {
	return Reflect.apply(String.fromCharCode, undefined, codes);
}

/** Gathers texts and gives each a number, the same text the same one. */
export class TextPool {
	#codes = new Uint16Array(256);
	#from = new Uint32Array(32);
	/** By hash, the number above, 0 for none; at most half full. */
	#places = new Int32Array(64);
	#count = 0;

	/** The number of a text, a new one where it has none yet. */
	placeOf(text: string): number {
		let place = hashOf(text) & (this.#places.length - 1);
		for (let known = this.#places[place] ?? 0; known > 0; known = this.#places[place] ?? 0) {
			if (this.#holds(known - 1, text)) return known - 1;
			place = (place + 1) & (this.#places.length - 1);
		}
		this.#places[place] = this.#count + 1;
		return this.#add(text);
	}

	/** All that were gathered, in no more room than they need. */
	texts(): Texts {
		const length = this.#from[this.#count] ?? 0;
		return { codes: this.#codes.slice(0, length), from: this.#from.slice(0, this.#count + 1) };
	}

	#holds(id: number, text: string): boolean {
		const first = this.#from[id] ?? 0;
		if ((this.#from[id + 1] ?? 0) - first !== text.length) return false;
		for (let at = 0; at < text.length; at += 1)
			if (this.#codes[first + at] !== text.charCodeAt(at)) return false;
		return true;
	}

	#add(text: string): number {
		const first = this.#from[this.#count] ?? 0;
		const last = first + text.length;
		if (last > this.#codes.length) this.#codes = longer(this.#codes, last);
		for (let at = 0; at < text.length; at += 1) this.#codes[first + at] = text.charCodeAt(at);
		this.#count += 1;
		if (this.#count === this.#from.length) this.#from = longer(this.#from, this.#count + 1);
		this.#from[this.#count] = last;
		if (2 * this.#count > this.#places.length) this.#spread();
		return this.#count - 1;
	}

	#spread(): void {
		this.#places = new Int32Array(4 * this.#places.length);
		for (let id = 0; id < this.#count; id += 1) {
			let place =
				hashBetween(this.#codes, this.#from[id] ?? 0, this.#from[id + 1] ?? 0) &
				(this.#places.length - 1);
			while ((this.#places[place] ?? 0) > 0) place = (place + 1) & (this.#places.length - 1);
			this.#places[place] = id + 1;
		}
	}
}

function longer<Row extends Uint16Array | Uint32Array>(row: Row, least: number): Row;
function longer(row: Uint16Array | Uint32Array, least: number): Uint16Array | Uint32Array {
	const length = Math.max(2 * row.length, least);
	const roomier = row instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
	roomier.set(row);
	return roomier;
}

function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1)
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash ^ (hash >>> 15);
}

function hashBetween(codes: Uint16Array, first: number, last: number): number {
	let hash = 0x811c9dc5;
	for (let at = first; at < last; at += 1) hash = Math.imul(hash ^ (codes[at] ?? 0), 0x01000193);
	return hash ^ (hash >>> 15);
}
