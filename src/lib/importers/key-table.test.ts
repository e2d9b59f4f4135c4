import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyTable, shortHash } from '#lib/importers/key-table.ts';

test('what was kept is found, whatever else is kept, and the first number stays', () => {
	const entries = fc.array(fc.tuple(fc.string(), fc.nat({ max: 2 ** 32 - 1 })));
	fc.assert(
		fc.property(entries, fc.string(), (pairs, other) => {
			const table = new KeyTable();
			for (const [key, value] of pairs) table.add(key, value);
			const first = new Map(pairs.toReversed());
			for (const [key, value] of first) expect(table.get(key)).toBe(value);
			if (!first.has(other)) expect(table.get(other)).toBeUndefined();
		})
	);
});

test('two hundred thousand keys that are much alike are told apart', () => {
	const table = new KeyTable();
	for (let at = 0; at < 200_000; at += 1) table.add(`email person.${at}@example.com`, at);
	for (let at = 0; at < 200_000; at += 1)
		if (table.get(`email person.${at}@example.com`) !== at) throw new Error(`${at} is lost`);
	expect(table.get('email person.200000@example.com')).toBeUndefined();
});

test('a short hash is never nought, which stands for nothing', () => {
	fc.assert(fc.property(fc.string(), (text) => shortHash(text) > 0));
	expect(shortHash('ACME')).not.toBe(shortHash('Acme'));
});
