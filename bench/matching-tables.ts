import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { keyCount, keyGroups } from '../src/lib/matching/block-keys.ts';
import type { ColumnValues } from '../src/lib/matching/column.ts';
import { level, levelCount, levelNames } from '../src/lib/matching/level.ts';
import { fieldAt, type MatchField, matchFields } from '../src/lib/matching/match-field.ts';
import type { MatchModel } from '../src/lib/matching/match-model.ts';
import type { MatchTable } from '../src/lib/matching/match-table.ts';
import type { ColumnField } from '../src/lib/matching/record-reader.ts';
import { textAt } from '../src/lib/matching/text-pool.ts';
import type { Training } from '../src/lib/matching/train.ts';

/** The fields that are compared in SQL: those that the invented books have, less what we derive. */
export const sqlFields = [
	'givenName',
	'familyName',
	'email',
	'phone',
	'company',
	'position'
] as const;

/** Lines into a file, in pieces. */
function writeLines(path: string, lines: Iterable<string>): void {
	const file = openSync(path, 'w');
	let piece: string[] = [];
	const flush = () => {
		writeSync(file, piece.join(''));
		piece = [];
	};
	for (const line of lines) if (piece.push(line) >= 20_000) flush();
	flush();
	closeSync(file);
}

/** group,key,record,profile: every key of every record once, with the number of the record's profile. */
export function writeKeys(path: string, keys: Uint32Array, profile: ColumnValues): void {
	writeLines(path, keyLines(keys, profile));
}

function* keyLines(keys: Uint32Array, { ids, from }: ColumnValues): Generator<string> {
	for (let record = 0; record * keyCount < keys.length; record += 1) {
		const first = from[record] ?? 0;
		const profile = first < (from[record + 1] ?? 0) ? String(ids[first]) : '';
		let slot = record * keyCount;
		for (const [group, { slots }] of keyGroups.entries()) {
			const mine = new Set(keys.subarray(slot, slot + slots));
			mine.delete(0);
			for (const key of mine) yield `${group},${key},${record},${profile}\n`;
			slot += slots;
		}
	}
}

/** record, then the first value of each field, and how much it weighs where another has the same. */
export function writeRecords(path: string, table: MatchTable, training: Training): void {
	writeLines(path, recordLines(table, training));
}

function* recordLines(table: MatchTable, { model, rarity }: Training): Generator<string> {
	for (let record = 0; record < table.count; record += 1) {
		const cells = sqlFields.map((field) => {
			const { ids, from, texts } = table.columns[field];
			const first = from[record] ?? 0;
			if (first === (from[record + 1] ?? 0)) return ',';
			const value = ids[first] ?? 0;
			const text =
				field === 'givenName' || field === 'familyName'
					? table.names.at(value).text
					: textAt(texts, value);
			return `${text},${sameWeight(model, field, rarity[fieldAt[field]]?.[value]).toFixed(4)}`;
		});
		const given = table.columns.givenName;
		const [root = ''] =
			(given.from[record] ?? 0) < (given.from[record + 1] ?? 0)
				? table.names.at(given.ids[given.from[record] ?? 0] ?? 0).families
				: [];
		yield `${record},${cells.join(',')},${root}\n`;
	}
}

function sameWeight(model: MatchModel, field: ColumnField, bits: number | undefined): number {
	const place = fieldAt[field] * levelCount + level.exact;
	const usual = -Math.log2(model.u[place] ?? 1);
	return Math.max(
		0,
		Math.log2((model.m[place] ?? 1) / (model.u[place] ?? 1)) + (bits ?? usual) - usual
	);
}

/** The weights of each field by level, and the odds before anything is known, in bits. */
export type Weights = {
	before: number;
	fields: Partial<Record<MatchField, Record<string, number>>>;
};

export function writeModel(path: string, { prior, m, u }: MatchModel): void {
	const weights: Weights = { before: Math.log2(prior / (1 - prior)), fields: {} };
	for (const [at, field] of matchFields.entries())
		weights.fields[field] = Object.fromEntries(
			levelNames.map((name, each) => {
				const place = at * levelCount + each;
				return [name, each === 0 ? 0 : Math.log2((m[place] ?? 1) / (u[place] ?? 1))];
			})
		);
	writeFileSync(path, JSON.stringify(weights));
}

/** a,b: pairs of records. */
export function writePairs(path: string, lists: readonly { a: Int32Array; b: Int32Array }[]): void {
	writeLines(path, pairLines(lists));
}

function* pairLines(lists: readonly { a: Int32Array; b: Int32Array }[]): Generator<string> {
	for (const { a, b } of lists) for (const [at, one] of a.entries()) yield `${one},${b[at]}\n`;
}
