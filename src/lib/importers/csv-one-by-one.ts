/**
 * The items of batches, one at a time. By hand, for a generator of millions of items takes twice as
 * long to hand them out.
 */
export function oneByOne<Item>(batches: AsyncGenerator<Item[]>): AsyncGenerator<Item> {
	return new OneByOne(batches);
}

/**
 * The same items in arrays as they come, for those who need not wait for each: a promise an item
 * costs as much as reading half of a row. What is not made of batches comes in arrays of one.
 */
export async function* inBatches<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
	if (items instanceof OneByOne) return yield* items.left();
	for await (const item of items) yield [item];
}

class OneByOne<Item> implements AsyncGenerator<Item> {
	private readonly batches: AsyncGenerator<Item[]>;
	private batch: Item[] = [];
	private at = 0;

	constructor(batches: AsyncGenerator<Item[]>) {
		this.batches = batches;
	}

	async *left(): AsyncGenerator<Item[]> {
		if (this.at < this.batch.length) yield this.batch.slice(this.at);
		this.batch = [];
		yield* this.batches;
	}

	next(): Promise<IteratorResult<Item>> {
		const item = this.batch[this.at++];
		return item === undefined ? this.nextBatch() : Promise.resolve({ done: false, value: item });
	}

	async return(): Promise<IteratorResult<Item>> {
		this.batch = [];
		await this.batches.return(undefined);
		return { done: true, value: undefined };
	}

	async throw(error: unknown): Promise<IteratorResult<Item>> {
		await this.return();
		throw error;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.return();
	}

	[Symbol.asyncIterator](): this {
		return this;
	}

	private async nextBatch(): Promise<IteratorResult<Item>> {
		for (;;) {
			const next = await this.batches.next();
			if (next.done) return { done: true, value: undefined };
			this.batch = next.value;
			this.at = 0;
			const item = this.batch[this.at++];
			if (item !== undefined) return { done: false, value: item };
		}
	}
}
