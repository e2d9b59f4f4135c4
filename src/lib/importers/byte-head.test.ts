import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeByteHead } from '#lib/importers/byte-head.ts';
import { piecesOf } from '../../../tests/support/connections-file.ts';

test('the head is the beginning of the file, which is whole behind it', async () => {
	const sizes = fc.tuple(
		fc.integer({ max: 200_000, min: 0 }),
		fc.integer({ min: 1000, max: 99_999 })
	);
	await fc.assert(
		fc.asyncProperty(sizes, async ([size, piece]) => {
			const bytes = Uint8Array.from({ length: size }, (_, index) => index % 251);
			const { head, whole } = await takeByteHead(piecesOf(bytes, piece));
			expect(head.length).toBeGreaterThanOrEqual(Math.min(size, 65_536));
			expect(Buffer.from(head).equals(bytes.subarray(0, head.length))).toBe(true);
			expect(Buffer.concat(await Array.fromAsync(whole)).equals(bytes)).toBe(true);
		}),
		{ numRuns: 30 }
	);
});
