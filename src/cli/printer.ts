import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Prints much text in pieces, at the pace of whoever reads it. */
export class Printer {
	readonly #to: Writable;
	#held: string[] = [];
	#length = 0;
	#isClosed = false;

	constructor(to: Writable) {
		this.#to = to;
		// `| head` has read enough: the rest is for nobody.
		to.on('error', () => (this.#isClosed = true));
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
		if (text === '' || this.#isClosed) return;
		if (!this.#to.write(text))
			await Promise.race([once(this.#to, 'drain'), once(this.#to, 'close')]);
	}

	/** Waits until everything has left the process. */
	async end(): Promise<void> {
		await this.drained();
		if (this.#isClosed) return;
		await new Promise<void>((resolve) => this.#to.write('', () => resolve()));
	}
}
