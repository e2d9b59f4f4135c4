import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveFile, type Packed } from '../../../tests/support/archive-file.ts';
import { piecesOf } from '../../../tests/support/connections-file.ts';
import { archiveRows, type OpenEntry } from '#lib/importers/archive.ts';
import type { FileNote } from '#lib/importers/file-refusal.ts';
import { openImport } from '#lib/importers/formats.ts';

const connections = {
	name: 'Connections.csv',
	content: 'First Name,Last Name,Connected On\nZoé,Martin,04 Jul 2023\n,,\nPaul,Lucas,05 Jul 2023\n'
};
const given = {
	name: 'Recommendations_Given.csv',
	content:
		'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nDean,Morgan,,,Good,"05/06/19, 07:08 AM",VISIBLE\n'
};
const adverts = { name: 'Ad_Targeting.csv', content: 'Member Age,Buyer Groups\n35-54,\n' };

/** What every row says: its file, its line, and what it is. */
async function read(bytes: Uint8Array, piece = 4096) {
	const opened = await openImport(piecesOf(bytes, piece));
	if (!opened.ok) return { refusal: opened.refusal };
	const rows = await Array.fromAsync(opened.rows, (row) =>
		row.kind === 'record'
			? `${row.file} ${row.record.line} ${row.record.kind}`
			: `${row.file} ${row.line} ${row.reason}`
	);
	return { format: opened.format, rows, notes: opened.notes };
}

const all = [
	'Connections.csv 2 contact',
	'Connections.csv 3 nameless',
	'Connections.csv 4 contact',
	'Recommendations_Given.csv 2 recommendation'
];
const leftOut: FileNote = { kind: 'skipped', file: 'Ad_Targeting.csv', reason: 'unknown_format' };
const whole = { format: 'linkedin-archive', rows: all, notes: [leftOut] };

describe('an archive is read file by file', () => {
	test.each<[string, Partial<Packed>]>([
		['deflated', {}],
		['stored', { method: 'stored' }],
		['with sizes after each file', { descriptor: 'marked' }],
		['with sizes after each file, unmarked', { descriptor: 'bare' }],
		['with long sizes after each file', { descriptor: 'long' }],
		['stored, with sizes after each file', { method: 'stored', descriptor: 'marked' }]
	])('%s', async (_, how) => {
		const bytes = archiveFile([connections, adverts, given].map((file) => ({ ...file, ...how })));
		for (const piece of [1, 7, 100_000]) expect(await read(bytes, piece)).toEqual(whole);
	});

	test('a name inside tells what the content cannot: recommendations given', async () => {
		const opened = await openImport([archiveFile([given])]);
		if (!opened.ok) throw new Error(opened.refusal);
		expect(await Array.fromAsync(opened.rows)).toMatchObject([{ record: { direction: 'mine' } }]);
	});

	test('folders are passed over, names are shown and never followed, each once', async () => {
		const names = [
			'a/',
			'../../etc/Connections.csv',
			'C:\\x\\Connections.csv',
			'/x/Connections.csv'
		];
		const bytes = archiveFile(names.map((name) => ({ ...connections, name })));
		const { rows = [] } = await read(bytes);
		expect(rows.filter((row) => row.includes(' 2 '))).toEqual([
			'etc/Connections.csv 2 contact',
			'x/Connections.csv 2 contact',
			'x/Connections.csv (2) 2 contact'
		]);
	});

	test('an archive in an archive, a picture and an empty file are left out', async () => {
		const bytes = archiveFile([
			{
				name: 'inner.zip',
				content: archiveFile([connections]),
				method: 'stored',
				descriptor: 'marked'
			},
			{ name: 'photo.jpg', content: randomBytes(5000) },
			{ name: 'Skills.csv', content: '' },
			connections
		]);
		expect(await read(bytes)).toEqual({
			format: 'linkedin-archive',
			rows: all.slice(0, 3),
			notes: [
				{ kind: 'skipped', file: 'inner.zip', reason: 'compressed' },
				{ kind: 'skipped', file: 'photo.jpg', reason: 'unknown_format' },
				{ kind: 'skipped', file: 'Skills.csv', reason: 'empty_file' }
			]
		});
	});
});

describe('what is wrong with an archive is said, and the rest is read', () => {
	test('files under a password', async () => {
		const locked = { ...given, isEncrypted: true };
		const skipped: FileNote = { kind: 'skipped', file: given.name, reason: 'encrypted' };
		expect(await read(archiveFile([locked, connections]))).toMatchObject({
			rows: all.slice(0, 3),
			notes: [skipped]
		});
		expect(await read(archiveFile([locked]))).toMatchObject({
			rows: [],
			notes: [skipped, { kind: 'broken', reason: 'encrypted' }]
		});
	});

	test('a file that is not what was packed', async () => {
		const bytes = archiveFile([{ ...connections, checksum: 1 }, given]);
		expect(await read(bytes)).toMatchObject({
			rows: all,
			notes: [{ kind: 'broken', file: connections.name, reason: 'damaged' }]
		});
	});

	test('a workbook and a letter are refused', async () => {
		for (const name of ['[Content_Types].xml', 'mimetype']) {
			expect(await read(archiveFile([{ name, content: '<x/>' }]))).toEqual({
				refusal: 'office_document'
			});
		}
	});

	test('nothing of use', async () => {
		const nothing: FileNote = { kind: 'broken', reason: 'nothing_inside' };
		expect(await read(archiveFile([adverts]))).toMatchObject({
			rows: [],
			notes: [leftOut, nothing]
		});
		expect(await read(archiveFile([]))).toMatchObject({ rows: [], notes: [nothing] });
	});

	test('an archive that unfolds to far more than it could hold stops, with what was read', async () => {
		const zeros = Buffer.alloc(100 * 1024 * 1024);
		const header = Buffer.from('First Name,Last Name,Connected On\n');
		const bomb = { name: 'bomb.csv', content: Buffer.concat([header, zeros]) };
		const { rows, notes } = await read(archiveFile([connections, bomb, given]), 65_536);
		expect(rows?.slice(0, 3)).toEqual(all.slice(0, 3));
		expect(rows).not.toContain(all[3]);
		expect(notes).toEqual([{ kind: 'broken', reason: 'bomb' }]);
	});

	test('limits count all files together', async () => {
		const limits = { entries: 3, unpacked: 250, ratio: 1000, unasked: 1e9 };
		const notes: FileNote[] = [];
		const few = archiveFile([adverts, adverts, adverts, adverts]);
		await Array.fromAsync(archiveRows([few], openNothing, notes, limits));
		expect(notes.at(-1)).toEqual({ kind: 'broken', reason: 'bomb' });
		expect(notes).toHaveLength(4);
		const large = archiveFile([
			{ name: 'large', content: 'x'.repeat(200) },
			adverts,
			{ name: 'y', content: 'y'.repeat(100) }
		]);
		const others: FileNote[] = [];
		await Array.fromAsync(archiveRows([large], openNothing, others, limits));
		expect(others.at(-1)).toEqual({ kind: 'broken', reason: 'bomb' });
	});
});

/** Unpacks everything and knows nothing. */
const openNothing: OpenEntry = async (bytes) => {
	for await (const _ of bytes);
	return { ok: false, refusal: 'unknown_format' };
};

/** In bytes; an archive that has it so far is whole. */
const directoryEnd = 22;

const kinds = fc.constantFrom<Partial<Packed>[]>(
	{},
	{ method: 'stored' },
	{ descriptor: 'marked' },
	{ descriptor: 'bare' },
	{ descriptor: 'long' }
);

test('cut anywhere, whole files before the cut are read and the end is called incomplete', async () => {
	const property = fc.asyncProperty(
		kinds,
		fc.double({ min: 0, max: 0.9999, noNaN: true }),
		async (how, share) => {
			const ends: number[] = [];
			const files = [connections, adverts, given].map((file) => ({ ...file, ...how }));
			const bytes = archiveFile(files, (end) => ends.push(end));
			const cut = 5 + Math.floor((bytes.length - directoryEnd - 5) * share);
			const { rows = [], notes = [] } = await read(bytes.subarray(0, cut), 50);
			if (cut >= (ends[0] ?? 0) + 4) expect(rows.slice(0, 3)).toEqual(all.slice(0, 3));
			if (cut >= (ends[2] ?? 0) + 4) expect(rows).toEqual(all);
			expect(notes.at(-1)).toEqual({ kind: 'broken', reason: 'incomplete' });
		}
	);
	await fc.assert(property, { numRuns: 200 });
});

test('with any bytes overwritten, nothing throws and each row has a place of its own', async () => {
	const bytes = archiveFile([connections, adverts, given]);
	const change = fc.tuple(fc.nat(bytes.length - 5), fc.uint8Array({ minLength: 1, maxLength: 4 }));
	const property = fc.asyncProperty(
		kinds,
		fc.array(change, { minLength: 1, maxLength: 3 }),
		async (how, changes) => {
			const files = [connections, adverts, given].map((file) => ({ ...file, ...how }));
			const spoilt = Buffer.from(archiveFile(files));
			for (const [at, values] of changes) spoilt.set(values, at);
			const { rows = [] } = await read(spoilt);
			const places = rows.map((row) => row.split(' ').slice(0, -1).join(' '));
			expect(new Set(places).size).toBe(places.length);
		}
	);
	await fc.assert(property, { numRuns: 300 });
});
