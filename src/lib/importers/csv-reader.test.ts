import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvReader, type CsvRow } from '#lib/importers/csv-reader.ts';
import { piecesOf } from '../../../tests/support/connections-file.ts';

function read(
	text: string,
	width: number,
	piece = Infinity,
	{ delimiter = ',', longest = 50_000 } = {}
): CsvRow[] {
	const reader = csvReader({ delimiter, fewest: width, most: width, firstLine: 1, longest });
	return [...[...piecesOf(text, piece)].flatMap((part) => reader.read(part)), ...reader.end()];
}

/** Line and cells, or line and reason. */
function brief(rows: CsvRow[]): unknown[] {
	return rows.map((row) => [row.line, row.kind === 'cells' ? row.cells : row.reason]);
}

describe('a row that can be read', () => {
	test.each([
		[
			'a,b\nc,d',
			[
				[1, ['a', 'b']],
				[2, ['c', 'd']]
			]
		],
		[
			'a,b\n\n  \nc,d\n',
			[
				[1, ['a', 'b']],
				[4, ['c', 'd']]
			]
		],
		['"a,1","say ""b"""\n', [[1, ['a,1', 'say "b"']]]],
		[
			'"a\n\nb",c\nd,e\n',
			[
				[1, ['a\n\nb', 'c']],
				[4, ['d', 'e']]
			]
		],
		['"",\n', [[1, ['', '']]]],
		['Jean "Jojo",b\n', [[1, ['Jean "Jojo"', 'b']]]],
		[
			'a,b,,\n"a",b,"",\n',
			[
				[1, ['a', 'b']],
				[2, ['a', 'b']]
			]
		],
		[',\n', [[1, ['', '']]]]
	])('%j', (text, rows) => {
		expect(brief(read(text, 2))).toEqual(rows);
	});
});

describe('a row that cannot be read costs its own line, and no other', () => {
	test.each([
		[
			'a,b,c\nd\ne,f\n',
			[
				[1, 'wrong_columns'],
				[2, 'wrong_columns'],
				[3, ['e', 'f']]
			]
		],
		[
			'a,"b\nc,d\ne,f',
			[
				[1, 'stray_quote'],
				[2, ['c', 'd']],
				[3, ['e', 'f']]
			]
		],
		[
			'a,"b\nc,"d, e"\nf,g\n',
			[
				[1, 'stray_quote'],
				[2, ['c', 'd, e']],
				[3, ['f', 'g']]
			]
		],
		[
			'"a"x,b\nc,d\n',
			[
				[1, 'stray_quote'],
				[2, ['c', 'd']]
			]
		],
		['a,"b', [[1, 'stray_quote']]],
		[
			'"a\nb",c,d\ne,f\n',
			[
				[1, 'wrong_columns'],
				[2, 'wrong_columns'],
				[3, ['e', 'f']]
			]
		]
	])('%j', (text, rows) => {
		expect(brief(read(text, 2))).toEqual(rows);
	});
});

test('a refused row shows how it begins', () => {
	expect(read(`a,b,${'c'.repeat(500)}\n`, 2)).toEqual([
		{ kind: 'refused', line: 1, reason: 'wrong_columns', excerpt: `a,b,${'c'.repeat(115)}…` }
	]);
});

test('a quotation mark that is never closed does not hold the rest of a large file', () => {
	const text = `a,"b\n${'c,d\n'.repeat(100_000)}`;
	const rows = read(text, 2, 10_000);
	expect(rows).toHaveLength(100_001);
	expect(rows.filter((row) => row.kind === 'refused')).toHaveLength(1);
	expect(rows.at(-1)).toEqual({ kind: 'cells', line: 100_001, cells: ['c', 'd'] });
});

test.each([10_000, Infinity])('a line without end is refused, in pieces of %d too', (piece) => {
	const long = 'x'.repeat(70_000);
	expect(brief(read(`a,b\n${long},${long}\nc,d\n`, 2, piece))).toEqual([
		[1, ['a', 'b']],
		[2, 'too_long'],
		[3, ['c', 'd']]
	]);
	expect(brief(read(`a,b\n${long}`, 2, piece))).toEqual([
		[1, ['a', 'b']],
		[2, 'too_long']
	]);
});

function quoted(cell: string): string {
	return `"${cell.replaceAll('"', '""')}"`;
}

const messy = fc.string({ unit: fc.constantFrom(...'"",,\n\n a;é'), maxLength: 60 });

test('whatever the text, how it is cut makes no difference', () => {
	fc.assert(
		fc.property(messy, fc.nat({ max: 4 }), fc.integer({ min: 1, max: 9 }), (text, width, piece) => {
			for (const longest of [5, 20, 100]) {
				expect(read(text, width, piece, { longest })).toEqual(
					read(text, width, Infinity, { longest })
				);
			}
		}),
		{ numRuns: 1000 }
	);
});

test('whatever the text, every line is in exactly one row, or is blank', () => {
	fc.assert(
		fc.property(messy, fc.integer({ min: 1, max: 4 }), (text, width) => {
			const lines = text.split('\n');
			let line = 1;
			for (const row of [
				...read(text, width, Infinity, { longest: 20 }),
				{ line: lines.length + 1, kind: 'end' as const }
			]) {
				expect(
					lines
						.slice(line - 1, row.line - 1)
						.join('')
						.trim()
				).toBe('');
				expect(row.line).toBeGreaterThanOrEqual(line);
				line = row.line + (row.kind === 'cells' ? row.cells.join('').split('\n').length : 1);
			}
		}),
		{ numRuns: 1000 }
	);
});

test('well-formed tables are read as csv-parse reads them', () => {
	const cell = fc.string({ unit: fc.constantFrom(...'"\n,; aé'), maxLength: 6 });
	const tables = fc.array(fc.tuple(cell, cell, cell), { minLength: 1 });
	fc.assert(
		fc.property(tables, fc.constantFrom(',', ';', '\t'), (table, delimiter) => {
			const text = table.map((cells) => cells.map(quoted).join(delimiter)).join('\n');
			const rows = read(text, 3, Infinity, { delimiter }).map((row) =>
				row.kind === 'cells' ? row.cells : row.reason
			);
			expect(rows).toEqual(parse(text, { delimiter, record_delimiter: '\n' }));
		})
	);
});
