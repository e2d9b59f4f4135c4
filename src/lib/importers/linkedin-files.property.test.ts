import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ansi, encodings, piecesOf } from '../../../tests/support/connections-file.ts';
import { openImport } from '#lib/importers/formats.ts';
import type { ImportRow } from '#lib/importers/record.ts';

/** A file of each kind whose every row is one record, the last column empty or not. */
const files = {
	messages: [
		'FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER,CONVERSATION ID',
		'Dean Morgan,,Kathy Martin,2021-03-04 05:06:07 UTC,"<p>""é""</p>\n\nb, c",INBOX,t1',
		'Kathy Martin,,"Dean Morgan, Zoé Lucas",2021-03-05 05:06:07 UTC,x,,t2'
	],
	invitations: [
		'From,To,Sent At,Message,Direction',
		'Dean Morgan,Kathy Martin,"7/4/15, 9:05 AM","one\ntwo",INCOMING',
		'Kathy Martin,Zoé Lucas,"7/5/15, 9:05 AM",,OUTGOING'
	],
	positions: [
		'Company Name,Title,Description,Location,Started On,Finished On',
		'Acme,Engineer,"Built\n""things""",Lyon,Sep 1999,Mar 2003',
		'Société,,,,2003,'
	],
	education: ['School Name,Start Date,End Date,Degree Name', 'École,1995,1999,"MSc, Physics"'],
	profile: ['First Name,Last Name,Maiden Name,Headline', 'Zoé,Martin,,"Engineer\nLyon"'],
	addresses: ['Email Address,Confirmed,Primary', 'kathy@example.com,Yes,Yes'],
	endorsements: [
		'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name',
		'2019/05/06 07:08:09 UTC,"Sales, B2B",Zoé,Morgan'
	],
	recommendations: [
		'First Name,Last Name,Company,Job Title,Text,Creation Date,Status',
		'Dean,Morgan,Acme,,"a\nb",05/06/19,VISIBLE'
	],
	contacts: [
		'FirstName,LastName,Companies,Emails,PhoneNumbers,CreatedAt',
		'Zoé,Martin,Acme,"a@example.com,b@example.com",,',
		',,,dean@example.com,,'
	]
};

const someRows = fc.constantFrom(...Object.values(files)).chain(([header = '', ...rows]) =>
	fc.record({
		header: fc.constant(header),
		rows: fc.array(fc.constantFrom(...rows, '', ' '), { maxLength: 20 })
	})
);

async function read(bytes: Uint8Array, piece: number): Promise<ImportRow[]> {
	const opened = await openImport(piecesOf(bytes, piece));
	return opened.ok ? Array.fromAsync(opened.rows) : [];
}

function lineOf(row: ImportRow): number {
	return row.kind === 'record' ? row.record.line : row.line;
}

/** The lines on which the rows that are not blank begin. */
function linesOf(header: string, rows: readonly string[]): number[] {
	let line = 1 + header.split('\n').length;
	return rows.flatMap((row) => {
		const begins = line;
		line += row.split('\n').length;
		return row.trim() === '' ? [] : [begins];
	});
}

const pieces = fc.constantFrom(1, 13, 4096, 1_000_000);
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
const encoders = fc.constantFrom<((text: string) => Uint8Array)[]>(
	...Object.values(encodings),
	ansi
);

test('any rows in any order, encoding and pieces: each is a record, on its own line', async () => {
	const property = fc.asyncProperty(
		someRows,
		encoders,
		lineEnds,
		pieces,
		async ({ header, rows }, encode, lineEnd, piece) => {
			const text = `${[header, ...rows].join('\n')}\n`.replaceAll('\n', lineEnd);
			const found = await read(encode(text), piece);
			expect(found.map((row) => [lineOf(row), row.kind])).toEqual(
				linesOf(header, rows).map((line) => [line, 'record'])
			);
			expect(found).toEqual(await read(Buffer.from(text), 1_000_000));
		}
	);
	await fc.assert(property, { numRuns: 300 });
});

test('cut anywhere, the rows before the cut are as they were and none is lost in silence', async () => {
	const share = fc.nat({ max: 1000 }).map((thousandths) => thousandths / 1000);
	const property = fc.asyncProperty(
		someRows,
		share,
		pieces,
		async ({ header, rows }, part, piece) => {
			const body = rows.map((row) => `${row}\n`).join('');
			const cut = Math.floor(body.length * part);
			const left = body.slice(0, cut);
			const ends = rows.map((_, at) => `${rows.slice(0, at + 1).join('\n')}\n`.length);
			const kept = rows.filter((row, at) => row.trim() !== '' && (ends[at] ?? 0) <= cut);
			const end = ends.findLast((one) => one <= cut) ?? 0;
			const whole = await read(Buffer.from(`${header}\n${body}`), piece);
			const found = await read(Buffer.from(`${header}\n${left}`), piece);
			expect(found.slice(0, kept.length)).toEqual(whole.slice(0, kept.length));
			expect(found.length > kept.length).toBe(left.slice(end).trim() !== '');
		}
	);
	await fc.assert(property, { numRuns: 300 });
});

test('whatever follows a header, nothing throws and each row has a line of its own', async () => {
	const garbage = fc.string({ unit: fc.constantFrom(...'a,,,,,";\r\n\n\0é/1:'), maxLength: 300 });
	const headers = fc.constantFrom(...Object.values(files).map(([header = '']) => header));
	const property = fc.asyncProperty(headers, garbage, pieces, async (header, text, piece) => {
		const found = await read(Buffer.from(`${header}\n${text}`), piece);
		const lines = found.map(lineOf);
		expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
		const isPlain = !text.includes('"');
		const filled = text.split(/\r\n?|\n/).filter((line) => !/^ *$/.test(line));
		if (isPlain) expect(found).toHaveLength(filled.length);
	});
	await fc.assert(property, { numRuns: 300 });
});
