import { expect, it } from 'vitest';
import { readAhead } from '#lib/importers/read-ahead.ts';

async function* counted(upTo: number, log: string[]): AsyncGenerator<number> {
	try {
		for (let number = 1; number <= upTo; number += 1) {
			log.push(`read ${number}`);
			yield number;
		}
	} finally {
		log.push('closed');
	}
}

async function* broken(): AsyncGenerator<number> {
	yield 1;
	throw new Error('broken');
}

it('reads the next while one is worked with, each once and in order', async () => {
	const log: string[] = [];
	for await (const { item, askNext } of readAhead(counted(3, log))) {
		askNext();
		log.push(`work with ${item}`);
	}
	expect(log).toEqual([
		'read 1',
		'read 2',
		'work with 1',
		'read 3',
		'work with 2',
		'closed',
		'work with 3'
	]);
});

it('reads the next when one is done with, where nobody asked before', async () => {
	const log: string[] = [];
	for await (const { item } of readAhead(counted(2, log))) log.push(`work with ${item}`);
	expect(log).toEqual(['read 1', 'work with 1', 'read 2', 'work with 2', 'closed']);
});

it('closes what it reads when nobody wants more', async () => {
	const log: string[] = [];
	for await (const { item, askNext } of readAhead(counted(3, log))) {
		askNext();
		if (item === 1) break;
	}
	expect(log).toEqual(['read 1', 'read 2', 'closed']);
});

it('fails where the reading failed, after everything before it', async () => {
	const seen: number[] = [];
	const reading = async () => {
		for await (const { item, askNext } of readAhead(broken())) {
			askNext();
			await new Promise((done) => setImmediate(done));
			seen.push(item);
		}
	};
	await expect(reading()).rejects.toThrow('broken');
	expect(seen).toEqual([1]);
});
