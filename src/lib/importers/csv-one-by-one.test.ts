import { expect, test } from 'vitest';
import { inBatches, oneByOne } from '#lib/importers/csv-one-by-one.ts';

async function* threeBatches(onEnd = () => {}): AsyncGenerator<number[]> {
	try {
		yield [1, 2, 3];
		yield [];
		yield [4];
	} finally {
		onEnd();
	}
}

async function* two() {
	yield 1;
	yield 2;
}

test('items come one by one, or in the arrays they were made in', async () => {
	expect(await Array.fromAsync(oneByOne(threeBatches()))).toEqual([1, 2, 3, 4]);
	expect(await Array.fromAsync(inBatches(oneByOne(threeBatches())))).toEqual([[1, 2, 3], [], [4]]);
});

test('who has taken some one by one gets the others in arrays', async () => {
	const items = oneByOne(threeBatches());
	await items.next();
	expect(await Array.fromAsync(inBatches(items))).toEqual([[2, 3], [], [4]]);
});

test('what is not made of batches comes in arrays of one', async () => {
	expect(await Array.fromAsync(inBatches(two()))).toEqual([[1], [2]]);
});

test('who leaves early ends the reading', async () => {
	let ended = 0;
	for await (const batch of inBatches(oneByOne(threeBatches(() => (ended += 1))))) {
		if (batch.length > 0) break;
	}
	expect(ended).toBe(1);
});
