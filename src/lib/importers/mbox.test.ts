import { expect, test } from 'vitest';
import { mbox } from '#lib/importers/mbox.ts';
import type { ImportRow } from '#lib/importers/record.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string): Promise<ImportRow[]> =>
	Array.fromAsync(mbox.rowsOfBytes([bytes(text)]));
const places = (rows: readonly ImportRow[]) =>
	rows.map((row) => (row.kind === 'record' ? row.record.line : `${row.line} ${row.reason}`));

const envelope = 'From 1573@xxx Mon Nov 23 06:30:31 +0000 2026\n';
const headers =
	'From: dean@example.com\nTo: kathy@example.org\nDate: Mon, 23 Nov 2026 06:30:31 +0000\n';
const message = `${envelope}${headers}\nHello\n\n`;

test('each message is a row with the line at which it begins', async () => {
	expect(places(await read(message + message + message))).toEqual([1, 8, 15]);
	expect(places(await read(`\ufeff${message}`.replaceAll('\n', '\r\n')))).toEqual([1]);
	expect(await read(message.replaceAll('\n', '\r\n'))).toEqual(await read(message));
});

test.each([
	'From - Mon Nov 23 06:30:31 2026',
	'From dean@example.com Mon Nov 23 06:30:31 2026',
	'From ???@??? Mon Nov 23 06:30:31 2026',
	'From "Dean De Morgan" Mon, 23 Nov 2026 06:30:31 +0100',
	'From dean@example.com  Mon Nov  2 06:30 CET 2026 remote from mail'
])('begins a message: %s', async (line) => {
	const body = `${line}\n${headers}\nHello\n`;
	expect(mbox.recognise(`${body}`)).toBe(true);
	expect(places(await read(`${message}${body}${body}`))).toEqual([1, 8, 14]);
});

test.each([
	'>From dean@example.com Mon Nov 23 06:30:31 2026',
	'From Paris with love, 2026',
	'From: Dean, Mon Nov 23 06:30:31 2026',
	' From dean@example.com Mon Nov 23 06:30:31 2026',
	'from dean@example.com Mon Nov 23 06:30:31 2026'
])('is a line of the body: %s', async (line) => {
	expect(places(await read(`${envelope}${headers}\n\n${line}\n\n${message}`))).toEqual([1, 9]);
});

test('a mailbox that begins otherwise is not recognised', () => {
	for (const head of ['', 'From: dean@example.com\n', 'BEGIN:VCALENDAR\n', 'From Paris\n'])
		expect(mbox.recognise(head)).toBe(false);
	expect(mbox.recognise(`\r\n${envelope.replace('\n', '\r\n')}`)).toBe(true);
});

test('what is no message is said, and those after it are read', async () => {
	const rows = await read(
		`${envelope}\n\n${envelope}Not a header\n\n${envelope}X: ${'y'.repeat(300_000)}\n\n${message}${envelope}From: dean@exa`
	);
	expect(places(rows)).toEqual(['1 unreadable', '4 unreadable', '7 too_long', 10, '17 incomplete']);
});

test('a message without a body ends where the next one begins', async () => {
	expect(places(await read(`${envelope}${headers}${message}`))).toEqual([1, 5]);
});

test('a line of fifty million bytes is passed over in pieces', async () => {
	const piece = new Uint8Array(1_000_000).fill(65);
	const pieces = [
		bytes(message),
		...Array.from({ length: 50 }, () => piece),
		bytes(`\n\n${message}`)
	];
	expect(places(await Array.fromAsync(mbox.rowsOfBytes(pieces)))).toEqual([1, 10]);
});

test('headers in Windows-1252 are read', async () => {
	const zoe = `${envelope}From: Zo\u00e9 <zoe@example.com>\n\n`;
	const ansi = Uint8Array.from(zoe, (letter) => letter.charCodeAt(0));
	const [row] = await Array.fromAsync(mbox.rowsOfBytes([ansi]));
	expect(row).toHaveProperty('record.from.fullName', 'Zoé');
});
