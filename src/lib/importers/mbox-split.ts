import { readEnvelope } from '#lib/importers/mbox-envelope.ts';

/** The headers of a message. `too_long`: more than anybody's; `incomplete`: the file ends in them. */
export interface HeaderBlock {
	/** Of the message's first line in the file, from 1. */
	line: number;
	/** The line "From …" before it, where there is one. */
	envelope: string;
	bytes: Uint8Array;
	end: 'whole' | 'too_long' | 'incomplete';
}

const newline = 10;
const carriageReturn = 13;
/** Bytes of headers beyond which a message is given up, and of a line of a body that are looked at. */
const longestHeaders = 262_144;
const lookedAt = 512;

/**
 * Finds the headers of each message in the bytes of an mbox, cut anywhere, and passes over bodies
 * without keeping them: what is held is one block of headers and the beginning of one line.
 */
export class MboxSplitter {
	#place: 'headers' | 'body' = 'body';
	#block: { line: number; envelope: string } = { line: 1, envelope: '' };
	readonly #headers = new Held(longestHeaders);
	readonly #open = new Held(longestHeaders);
	#isOpen = false;
	#line = 1;
	#afterBlank = true;
	#found: HeaderBlock[] = [];

	/** The blocks that this piece completes. */
	feed(chunk: Uint8Array): HeaderBlock[] {
		for (let at = this.#isOpen ? this.#close(chunk) : 0; at < chunk.length;)
			at = this.#place === 'body' ? this.#skipBody(chunk, at) : this.#readLine(chunk, at);
		return this.#take();
	}

	/** What remains when the file has ended. */
	end(): HeaderBlock[] {
		if (this.#isOpen) this.#endLine(this.#open.take());
		if (this.#place === 'headers') this.#finish('incomplete');
		return this.#take();
	}

	#take(): HeaderBlock[] {
		const found = this.#found;
		this.#found = [];
		return found;
	}

	/** The hot path: whole lines are looked at by their first byte alone. */
	#skipBody(chunk: Uint8Array, from: number): number {
		let at = from;
		while (this.#place === 'body') {
			const end = chunk.indexOf(newline, at);
			if (end < 0) return this.#hold(chunk, at);
			if (chunk[at] === 70 || this.#line === 1)
				this.#begin(chunk.subarray(at, Math.min(end, at + lookedAt)));
			this.#afterBlank = end === at || (end === at + 1 && chunk[at] === carriageReturn);
			this.#line += 1;
			at = end + 1;
		}
		return at;
	}

	#readLine(chunk: Uint8Array, at: number): number {
		const end = chunk.indexOf(newline, at);
		if (end < 0) return this.#hold(chunk, at);
		this.#endLine(chunk.subarray(at, end));
		return end + 1;
	}

	#hold(chunk: Uint8Array, at: number): number {
		this.#isOpen = at < chunk.length;
		this.#keep(chunk.subarray(at));
		return chunk.length;
	}

	/** Completes the line that the piece before began; where it goes on in the next one. */
	#close(chunk: Uint8Array): number {
		const end = chunk.indexOf(newline);
		this.#keep(end < 0 ? chunk : chunk.subarray(0, end));
		if (end < 0) return chunk.length;
		this.#isOpen = false;
		this.#endLine(this.#open.take());
		return end + 1;
	}

	#keep(bytes: Uint8Array): void {
		const room = this.#place === 'body' ? lookedAt - this.#open.length : bytes.length;
		if (room > 0) this.#open.add(bytes.subarray(0, room));
	}

	#endLine(line: Uint8Array): void {
		const blank = line.length === 0 || (line.length === 1 && line[0] === carriageReturn);
		if (this.#place === 'body') this.#begin(line);
		else if (blank) this.#finish('whole');
		else this.#addHeader(line);
		this.#afterBlank = blank;
		this.#line += 1;
	}

	#begin(line: Uint8Array): void {
		const envelope = readEnvelope(this.#line === 1 ? unmarked(line) : line, this.#afterBlank);
		if (envelope === undefined) return;
		this.#block = { line: this.#line, envelope };
		this.#place = 'headers';
	}

	#addHeader(line: Uint8Array): void {
		if (readEnvelope(line, false) !== undefined) {
			this.#finish('whole');
			this.#begin(line);
			return;
		}
		this.#headers.add(line);
		this.#headers.add(lineEnd);
		if (this.#headers.isFull) this.#finish('too_long');
	}

	#finish(end: HeaderBlock['end']): void {
		this.#found.push({ ...this.#block, bytes: this.#headers.take(), end });
		this.#place = 'body';
	}
}

const lineEnd = new Uint8Array([newline]);

function unmarked(line: Uint8Array): Uint8Array {
	return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}

/** Bytes gathered up to a limit; more are dropped. */
class Held {
	#bytes = new Uint8Array(1024);
	length = 0;
	readonly #limit: number;

	constructor(limit: number) {
		this.#limit = limit;
	}

	get isFull(): boolean {
		return this.length >= this.#limit;
	}

	add(bytes: Uint8Array): void {
		const added = bytes.subarray(0, this.#limit - this.length);
		if (this.length + added.length > this.#bytes.length) this.#grow(this.length + added.length);
		this.#bytes.set(added, this.length);
		this.length += added.length;
	}

	take(): Uint8Array {
		const taken = this.#bytes.slice(0, this.length);
		this.length = 0;
		return taken;
	}

	#grow(needed: number): void {
		const larger = new Uint8Array(Math.min(this.#limit, Math.max(needed, this.#bytes.length * 2)));
		larger.set(this.#bytes.subarray(0, this.length));
		this.#bytes = larger;
	}
}
