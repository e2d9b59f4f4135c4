import { spread } from '#lib/importers/correspondence-keys.ts';

/** As many conversations are told apart for certain; of more their number is an estimate. */
const threadsKept = 64;
const whole = 2 ** 53;

/** One time of an exchange. `day`: YYYY-MM-DD where it is known; `size`: how many took part. */
export interface Time {
	day: string | undefined;
	line: number;
	size: number;
	thread: string;
}

interface Edge {
	day: string;
	line: number;
}

/** Exchanges of one kind in one direction, added up; the order in which they come does not matter. */
export class Tally {
	count = 0;
	smallest = Infinity;
	first: Edge | undefined;
	last: Edge | undefined;
	/** The smallest numbers that conversations give: how dense they are tells how many there are. */
	#threads: number[] = [];

	add({ day, line, size, thread }: Time): void {
		this.count += 1;
		this.smallest = Math.min(this.smallest, size);
		if (day !== undefined) this.#reach({ day, line });
		this.#addThread(spread(thread));
	}

	/** Takes the other's in. */
	merge(other: Tally): this {
		this.count += other.count;
		this.smallest = Math.min(this.smallest, other.smallest);
		if (other.first) this.#reach(other.first);
		if (other.last) this.#reach(other.last);
		for (const thread of other.#threads) this.#addThread(thread);
		return this;
	}

	get threads(): number {
		const largest = this.#threads.at(-1) ?? 0;
		if (this.#threads.length < threadsKept) return this.#threads.length;
		return Math.min(this.count, Math.round(((threadsKept - 1) * whole) / largest));
	}

	#reach(edge: Edge): void {
		if (!this.first || isBefore(edge, this.first)) this.first = edge;
		if (!this.last || isBefore(this.last, edge)) this.last = edge;
	}

	#addThread(thread: number): void {
		const threads = this.#threads;
		if (threads.length === threadsKept && thread >= (threads.at(-1) ?? 0)) return;
		const at = threads.findIndex((one) => one >= thread);
		if (threads[at] === thread) return;
		threads.splice(at < 0 ? threads.length : at, 0, thread);
		threads.length = Math.min(threads.length, threadsKept);
	}
}

function isBefore(one: Edge, other: Edge): boolean {
	return one.day < other.day || (one.day === other.day && one.line < other.line);
}
