import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ansi, encodings, piecesOf } from '../../../tests/support/connections-file.ts';
import { dryRun } from '#lib/importers/dry-run.ts';
import type { FileNote } from '#lib/importers/file-refusal.ts';
import { openImport } from '#lib/importers/formats.ts';
import type { ImportRow } from '#lib/importers/record.ts';

/** Of each format a head, and things each of which is a row of its own, in whatever order. */
const formats: Record<string, { head: string; things: readonly string[] }> = {
	vcard: {
		head: '',
		things: [
			'BEGIN:VCARD\nVERSION:3.0\nFN:Zoé Durand\nEMAIL:zoe@example.com\nEND:VCARD\n',
			'BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:Martin;Kathy\nTEL:0639981234\nEND:VCARD\n',
			'BEGIN:VCARD\nVERSION:4.0\nNOTE:nobody\nEND:VCARD\n'
		]
	},
	mbox: {
		head: '',
		things: [
			'From 1@xxx Mon Nov 23 06:30:31 +0000 2026\nFrom: Zoé <zoe@example.com>\nTo: kathy@example.org\nMessage-ID: <1@x>\n\nHello\n\n',
			'From 2@xxx Mon Nov 23 06:30:31 +0000 2026\nFrom: no-reply@example.net\nTo: kathy@example.org\n\nHello\n\n',
			'From 3@xxx Mon Nov 23 06:30:31 +0000 2026\nno header\n\n'
		]
	},
	calendar: {
		head: 'BEGIN:VCALENDAR\nVERSION:2.0\n',
		things: [
			'BEGIN:VEVENT\nUID:1\nDTSTART:20260525T080000Z\nORGANIZER:mailto:dean@example.com\nEND:VEVENT\n',
			'BEGIN:VEVENT\nUID:2\nDTSTART:20260525\nSUMMARY:Été\nEND:VEVENT\n',
			'BEGIN:VEVENT\nUID:3\nATTENDEE:mailto:zoe@example.com\nEND:VEVENT\n'
		]
	},
	'google-contacts': {
		head: 'First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Value\n',
		things: [
			'Zoé,,Martin,Acme,* myContacts,zoe@example.com\n',
			'Dean,,"Morgan\nJr",,,\n',
			',,,,,\n',
			'a,b\n'
		]
	},
	'outlook-contacts': {
		head: 'Title,First Name,Last Name,Company,Home Phone,E-mail Address,E-mail Type,Web Page\n',
		things: [',Zoé,Martin,Acme,0639981234,zoe@example.com,SMTP,\n', ',,,,,,,\n', 'a,b\n']
	},
	'csv-contacts': {
		head: 'Prénom;Nom;Courriel\n',
		things: ['Zoé;Martin;zoe@example.com\n', ';;dean@example.com\n', 'Jean;;\n']
	},
	'linkedin-connections': {
		head: 'Notes:\n"see help"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n',
		things: [
			'Zoé,Martin,https://www.linkedin.com/in/zoe,,Acme,"CFO, VP",04 Mar 2015\n',
			',,,,,,\n',
			'Dean,Morgan,,,,,\n'
		]
	}
};

const files = fc.constantFrom(...Object.keys(formats)).chain((format) => {
	const { head, things } = formats[format] ?? { head: '', things: [] };
	return fc.record({
		format: fc.constant(format),
		head: fc.constant(head),
		// The first is a plain one, by which the format is recognised whatever follows.
		things: fc
			.array(fc.constantFrom(...things), { maxLength: 12 })
			.map((some) => [...things.slice(0, 1), ...some])
	});
});

const pieces = fc.constantFrom(1, 7, 500, 1_000_000);

async function read(bytes: Uint8Array, piece: number) {
	const opened = await openImport(piecesOf(bytes, piece), 'file');
	if (!opened.ok) return { ...opened, rows: [], notes: [] };
	const rows = await Array.fromAsync(opened.rows);
	return { ok: true, format: opened.format, rows, notes: opened.notes };
}

/** Without where it stands: what is told, or why not. */
function saidBy(row: ImportRow): string {
	if (row.kind === 'refused') return row.reason;
	const { line: _line, ...said } = row.record;
	// A conversation without a name is known by its line.
	return JSON.stringify(said).replace(/"line:\d+"/, '');
}

test('in any order each thing in a file is one row, and tells the same', async () => {
	const property = fc.asyncProperty(
		files,
		pieces,
		fc.infiniteStream(fc.nat()),
		async (file, piece, order) => {
			const { format, head, things } = file;
			const [first = '', ...others] = things;
			const turned = others
				.map((thing) => ({ thing, at: order.next().value }))
				.toSorted((one, other) => one.at - other.at)
				.map(({ thing }) => thing);
			const found = await read(Buffer.from(head + first + others.join('')), 1_000_000);
			const again = await read(Buffer.from(head + first + turned.join('')), piece);
			expect([found.format, again.format]).toEqual([format, format]);
			expect(found.rows).toHaveLength(things.length);
			expect(again.rows.map(saidBy).toSorted()).toEqual(found.rows.map(saidBy).toSorted());
		}
	);
	await fc.assert(property, { numRuns: 400 });
});

test('in any encoding a file has the same number of rows; in those of Unicode, the same rows', async () => {
	const texts = files.filter(({ format }) => format !== 'mbox');
	const unicode = fc.constantFrom(...Object.values(encodings));
	const property = fc.asyncProperty(texts, unicode, pieces, async (file, encode, piece) => {
		const text = file.head + file.things.join('');
		const plain = await read(Buffer.from(text), 1_000_000);
		expect(await read(encode(text), piece)).toEqual(plain);
		expect((await read(ansi(text), piece)).rows).toHaveLength(plain.rows.length);
	});
	await fc.assert(property, { numRuns: 300 });
});

test('cut anywhere, what stood before the cut is read, and what was cut is not lost in silence', async () => {
	const share = fc.nat({ max: 1000 }).map((thousandths) => thousandths / 1000);
	// A table that is only guessed may not be seen as one by too few rows, which is said.
	const known = files.filter(({ format }) => format !== 'csv-contacts');
	const property = fc.asyncProperty(
		known,
		share,
		pieces,
		async ({ format, head, things }, part, piece) => {
			const whole = things.map((_, at) =>
				Buffer.byteLength(head + things.slice(0, at + 1).join(''))
			);
			const bytes = Buffer.from(head + things.join(''));
			const cut = Math.floor(bytes.length * part);
			const kept = whole.filter((end) => end <= cut).length;
			const found = await read(bytes.subarray(0, cut), piece);
			if (kept === 0) return;
			expect(found.ok).toBe(true);
			const all = await read(bytes, 1_000_000);
			expect(found.rows.slice(0, kept)).toEqual(all.rows.slice(0, kept));
			const left = bytes.subarray(whole[kept - 1], cut).toString();
			// Of a card, a meeting or a message less than its first line is nothing yet.
			const isTable = head.endsWith('\n') && format !== 'calendar';
			const isBegun = isTable ? left.trim() !== '' : left.includes('\n');
			const more = found.rows.length - kept;
			expect(more).toBeGreaterThanOrEqual(isBegun ? 1 : 0);
			expect(more).toBeLessThanOrEqual(left.split('\n').length);
		}
	);
	await fc.assert(property, { numRuns: 400 });
});

test('whatever the bytes are, nothing throws, and the counts of a dry run are the rows', async () => {
	const heads = Object.values(formats).map(({ head, things }) => head + (things[0] ?? ''));
	const noise = fc.oneof(
		fc.uint8Array({ maxLength: 200 }),
		fc
			.constantFrom(...heads, '\n\n', 'From ', 'END:VCARD\n', '"', ',,,\n')
			.map((text) => Buffer.from(text))
	);
	const property = fc.asyncProperty(
		fc.array(noise, { maxLength: 8 }),
		pieces,
		async (parts, piece) => {
			const { rows } = await read(Buffer.concat(parts), piece);
			const run = dryRun({ now: '2026-11-23T06:30:31Z', country: 'FR' });
			for (const row of rows) run.take(row);
			const { created, updated, unchanged, refused } = run.counts();
			expect(created + updated + unchanged + refused).toBe(rows.length);
		}
	);
	await fc.assert(property, { numRuns: 500 });
});

test('an archive cut anywhere keeps the rows before the cut, and says that it was cut', async () => {
	const { head = '', things = [] } = formats['linkedin-connections'] ?? {};
	const entries = fc.array(fc.constantFrom(...things), { minLength: 1, maxLength: 20 });
	const share = fc.integer({ min: 10, max: 990 }).map((thousandths) => thousandths / 1000);
	const property = fc.asyncProperty(entries, share, pieces, async (rows, part, piece) => {
		const table = strToU8(head + rows.join(''));
		const bytes = zipSync({ 'Connections.csv': table, 'Votes.csv': strToU8('A,B\n1,2\n') });
		const cut = Math.floor((bytes.length - directoryEnd) * part);
		const all = await read(bytes, 1_000_000);
		const found = await read(bytes.subarray(0, cut), piece);
		expect(all.rows).toHaveLength(rows.length);
		expect(found.rows.length).toBeLessThanOrEqual(rows.length);
		if (found.ok) expect(found.notes.some(isBroken)).toBe(true);
	});
	await fc.assert(property, { numRuns: 200 });
});

/** In bytes; behind its beginning nothing more is to be lost. */
const directoryEnd = 22;

function isBroken(note: FileNote): boolean {
	return note.kind === 'broken';
}
