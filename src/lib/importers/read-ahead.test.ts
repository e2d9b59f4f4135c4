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
	for await (const number of readAhead(counted(3, log))) log.push(`work with ${number}`);
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

it('closes what it reads when nobody wants more', async () => {
	const log: string[] = [];
	for await (const number of readAhead(counted(3, log))) if (number === 1) break;
	expect(log).toEqual(['read 1', 'read 2', 'closed']);
});

it('fails where the reading failed, after everything before it', async () => {
	const seen: number[] = [];
	const reading = async () => {
		for await (const number of readAhead(broken())) {
			await new Promise((done) => setImmediate(done));
			seen.push(number);
		}
	};
	await expect(reading()).rejects.toThrow('broken');
	expect(seen).toEqual([1]);
});
