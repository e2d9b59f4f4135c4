import { expect, test } from 'vitest';
import { openImport } from '#lib/importers/formats.ts';

const bytes = (text: string) => [new TextEncoder().encode(text)];

test('a file is recognised by what is in it, and its rows follow', async () => {
	const opened = await openImport(bytes('First Name,Last Name,Connected On\nZoé,Martin,\n'));
	if (!opened.ok) throw new Error(opened.refusal);
	expect(opened.format).toBe('linkedin-connections');
	const rows = await Array.fromAsync(opened.rows);
	expect(rows).toMatchObject([{ kind: 'record', record: { fullName: 'Zoé Martin' } }]);
});

test.each([
	['', 'empty_file'],
	[' \r\n\n', 'empty_file'],
	['PK\u0003\u0004\u0014\u0000', 'compressed'],
	['Hello,world\n1,2\n', 'unknown_format']
])('%j is refused: %s', async (text, refusal) => {
	expect(await openImport(bytes(text))).toEqual({ ok: false, refusal });
});
