import { expect, test } from 'vitest';
import { emailFile } from '#lib/importers/email-file.ts';

const headers =
	'From: Dean <dean@example.com>\r\nTo: kathy@example.org\r\nDate: Mon, 23 Nov 2026 06:30:31 +0000\r\n';
const read = (chunks: string[]) => Array.fromAsync(emailFile.rows(chunks));

test('one file is one message, in whatever pieces it comes', async () => {
	const text = `${headers}\r\nFrom: somebody@example.net\r\n\r\nWords`;
	const [row] = await read([text]);
	expect(row).toMatchObject({
		kind: 'record',
		record: { line: 1, from: { email: 'dean@example.com' }, sentAt: '2026-11-23T06:30:31Z' }
	});
	expect(await read([...text])).toEqual([row]);
	expect(await read([`${text.length}\n${text}`])).toEqual([row]);
	expect(await read([headers])).toEqual([row]);
});

test('a message that is cut in its headers or has too many is refused', async () => {
	expect(await read([headers.slice(0, 50)])).toMatchObject([{ reason: 'incomplete' }]);
	expect(await read([`${headers}X: ${'y'.repeat(300_000)}`])).toMatchObject([
		{ reason: 'too_long' }
	]);
	expect(await read([''])).toMatchObject([{ reason: 'incomplete' }]);
});

test('it is recognised by its headers', () => {
	expect(emailFile.recognise(`${headers}\r\nHello`)).toBe(true);
	expect(emailFile.recognise(`Received: by x;\r\n\tMon\r\n${headers}`)).toBe(true);
	expect(emailFile.recognise(`1234      \n${headers}\r\nHello`)).toBe(true);
	for (const head of [
		'',
		'From: x',
		'BEGIN:VCARD\nFN:x',
		'First Name,Last Name\n',
		'Note:\n\nFrom: a\nTo: b'
	])
		expect(emailFile.recognise(head)).toBe(false);
});
