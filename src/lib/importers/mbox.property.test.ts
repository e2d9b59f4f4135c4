import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mbox } from '#lib/importers/mbox.ts';
import type { ImportRow } from '#lib/importers/record.ts';
import { piecesOf } from '../../../tests/support/connections-file.ts';

const envelope = 'From 1573@xxx Mon Nov 23 06:30:31 +0000 2026';
const header = fc.constantFrom(
	'From: Zoé <zoe@example.com>',
	'To: kathy@example.org,\n dean@example.com',
	'Date: Mon, 23 Nov 2026 06:30:31 +0000',
	'List-Id: <x.example.org>',
	'no header',
	'Message-ID: <1@x>'
);
const bodyLine = fc.constantFrom(
	'',
	'Hello',
	'>From me',
	'From Paris, 2026',
	'A'.repeat(700),
	'F',
	'\r'
);
const message = fc
	.tuple(fc.array(header, { maxLength: 5 }), fc.array(bodyLine, { maxLength: 6 }))
	.map(([headers, body]) => [envelope, ...headers, '', ...body, ''].join('\n'));
const mailbox = fc
	.tuple(fc.array(message, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
	.map(([messages, end]) => `${messages.join('\n')}\n`.replaceAll(/\r?\n/g, end));

function read(bytes: Uint8Array, piece: number): Promise<ImportRow[]> {
	return Array.fromAsync(mbox.rowsOfBytes(piecesOf(bytes, piece)));
}

function linesOf(rows: readonly ImportRow[]): number[] {
	return rows.map((row) => (row.kind === 'record' ? row.record.line : row.line));
}

/** The lines at which messages begin, by the definition. */
function beginnings(text: string): number[] {
	return text
		.split('\n')
		.flatMap((line, index) => (line.trimEnd() === envelope ? [index + 1] : []));
}

test('every message of a mailbox is a row, wherever the file is cut short', async () => {
	await fc.assert(
		fc.asyncProperty(
			mailbox,
			fc.nat({ max: 1000 }).map((thousandths) => thousandths / 1000),
			async (text, share) => {
				const bytes = new TextEncoder().encode(text);
				const cut = bytes.slice(0, Math.floor(bytes.length * share));
				const found = linesOf(await read(cut, 64));
				const told = beginnings(new TextDecoder().decode(cut));
				// The line of the last message may itself be cut, after its year for instance.
				expect(found.slice(0, told.length)).toEqual(told);
				expect(found.length - told.length).toBeLessThanOrEqual(1);
			}
		),
		{ numRuns: 500 }
	);
});

/** As programs that escape nothing leave it: after a blank line the last begins a message, too. */
const loose = fc
	.array(fc.constantFrom('', '', 'From: dean@example.com', 'Hello', 'From me 10:30 2026'), {
		maxLength: 20
	})
	.map((lines) => `${envelope}\n${lines.join('\n')}`);

test('cut into pieces of any length it is read the same', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(mailbox, loose),
			fc.integer({ min: 1, max: 40 }),
			async (text, piece) => {
				const bytes = new TextEncoder().encode(text);
				expect(await read(bytes, piece)).toEqual(await read(bytes, bytes.length));
			}
		),
		{ numRuns: 500 }
	);
});

test('any bytes at all are read without a fault, each row on a line of its own', async () => {
	const noise = fc.array(
		fc.oneof(
			fc.uint8Array({ maxLength: 40 }),
			fc
				.constantFrom(`\n${envelope}\n`, 'From: a@example.com\n', '\n\n', '\r\n', ': \n')
				.map((text) => new TextEncoder().encode(text))
		),
		{ maxLength: 20 }
	);
	await fc.assert(
		fc.asyncProperty(noise, fc.integer({ min: 1, max: 99 }), async (parts, piece) => {
			const lines = linesOf(await read(Buffer.concat(parts), piece));
			expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
		}),
		{ numRuns: 500 }
	);
});
