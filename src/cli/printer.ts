import type { Writable } from 'node:stream';

/** Prints much text in pieces, at the pace of whoever reads it. */
export class Printer {
	readonly #to: Writable;
	#held: string[] = [];
	#length = 0;
	/** Whether whoever read has gone, as `| head` does. */
	isClosed = false;

	constructor(to: Writable) {
		this.#to = to;
		to.on('error', () => (this.isClosed = true));
	}

	/** Whether so much is held that `drained` should be waited for. */
	print(text: string): boolean {
		this.#held.push(text);
		this.#length += text.length;
		return this.#length >= 65_536;
	}

	async drained(): Promise<void> {
		const text = this.#held.join('');
		this.#held = [];
		this.#length = 0;
		await this.#write(text);
	}

	/** Waits until everything has left the process. */
	async end(): Promise<void> {
		await this.drained();
		await this.#write('');
	}

	#write(text: string): Promise<void> {
		if (this.isClosed) return Promise.resolve();
		return new Promise((resolve) => this.#to.write(text, () => resolve()));
	}
}
