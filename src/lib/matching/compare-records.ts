import { type Column, hasValue } from '#lib/matching/column.ts';
import { type Level, level } from '#lib/matching/level.ts';
import { fieldAt, fieldCount } from '#lib/matching/match-field.ts';
import type { MatchTable } from '#lib/matching/match-table.ts';

/** What comparing two records gives: a level a field, and which value they have in common. */
export interface Comparison {
	levels: Uint8Array;
	/** The value that agreed, by its number in the first record's column; -1 where none did. */
	agreed: Int32Array;
}

/** Room for a number of comparisons, one after another. */
export function roomFor(comparisons: number): Comparison {
	return {
		levels: new Uint8Array(comparisons * fieldCount),
		agreed: new Int32Array(comparisons * fieldCount).fill(-1)
	};
}

/**
 * Two records of a table, compared into the `at`-th place of `into`, which holds comparisons of this
 * table alone. Allocates nothing.
 */
export function compareRecords(
	table: MatchTable,
	a: number,
	b: number,
	into: Comparison,
	at: number
): void {
	compareNamesOf(table, a, b, into, at);
	compareBesideNames(table, a, b, into, at);
}

/** The names alone: given and family name and their order. */
export function compareNamesOf(
	{ columns }: MatchTable,
	a: number,
	b: number,
	into: Comparison,
	at: number
): void {
	compareNameParts(columns, a, b, into, at * fieldCount);
}

/** All else, once the names are compared. */
export function compareBesideNames(
	{ columns, plain }: MatchTable,
	a: number,
	b: number,
	into: Comparison,
	at: number
): void {
	const start = at * fieldCount;
	for (const { at: field, column } of plain) write(into, start + field, best(column, a, column, b));
	compareSpelling(columns, a, b, into, start);
	compareEmployer(columns, a, b, into, start);
}

/**
 * Given with given and family with family; or crossed, where that way two parts agree, or one does
 * while the others are unknown, and straight they do not.
 */
function compareNameParts(
	{ givenName, familyName }: MatchTable['columns'],
	a: number,
	b: number,
	into: Comparison,
	start: number
): void {
	const given = best(givenName, a, givenName, b);
	const givenValue = agreedValue;
	const family = best(familyName, a, familyName, b);
	const familyValue = agreedValue;
	const straight = Math.min(given || level.exact, family || level.exact);
	let crossed = false;
	if (straight < level.close || (given === level.missing && family === level.missing)) {
		const one = best(givenName, a, familyName, b);
		const oneValue = agreedValue;
		const isPossible = one === level.missing || one >= level.close;
		const other = isPossible ? best(familyName, a, givenName, b) : level.missing;
		const known = Math.min(one || level.exact, other || level.exact);
		crossed = known >= level.close && (one > 0 || other > 0) && one + other > given + family;
		if (crossed) {
			put(into, start + fieldAt.givenName, other, agreedValue);
			put(into, start + fieldAt.familyName, one, oneValue);
		}
	}
	if (!crossed) {
		put(into, start + fieldAt.givenName, given, givenValue);
		put(into, start + fieldAt.familyName, family, familyValue);
	}
	const agree = !crossed && straight >= level.close && given > 0 && family > 0;
	put(
		into,
		start + fieldAt.order,
		crossed ? level.different : agree ? level.exact : level.missing,
		-1
	);
}

/** Only where one of the two lacks a part of the name, and the addresses do not say it already. */
function compareSpelling(
	{ spelling, givenName, familyName }: MatchTable['columns'],
	a: number,
	b: number,
	into: Comparison,
	start: number
): void {
	const wholeA = hasValue(givenName, a) && hasValue(familyName, a);
	const wholeB = hasValue(givenName, b) && hasValue(familyName, b);
	const told = (into.levels[start + fieldAt.email] ?? 0) >= level.close;
	const spelled = wholeA === wholeB || told ? level.missing : best(spelling, a, spelling, b);
	write(into, start + fieldAt.spelling, spelled);
}

/** Only where companies and addresses do not agree by themselves; two such addresses say nothing. */
function compareEmployer(
	{ company, employer }: MatchTable['columns'],
	a: number,
	b: number,
	into: Comparison,
	start: number
): void {
	const same = into.levels[start + fieldAt.company] ?? 0;
	const told = same >= level.close || (into.levels[start + fieldAt.email] ?? 0) >= level.close;
	let found: Level = told ? level.missing : best(company, a, employer, b);
	if (!told && found < level.alias) found = best(employer, a, company, b);
	write(into, start + fieldAt.employer, found < level.alias ? level.missing : found);
}

let agreedValue = -1;

/** The best agreement of any value of the one with any of the other; leaves which in `agreedValue`. */
function best(one: Column, a: number, other: Column, b: number): Level {
	let found: Level = level.missing;
	agreedValue = -1;
	const lastA = one.from[a + 1] ?? 0;
	const lastB = other.from[b + 1] ?? 0;
	for (let i = one.from[a] ?? 0; i < lastA; i += 1) {
		for (let j = other.from[b] ?? 0; j < lastB; j += 1) {
			const x = one.ids[i] ?? -1;
			const y = other.ids[j] ?? -1;
			const likeness = one.compare(x, y);
			if (likeness <= found) continue;
			found = likeness;
			agreedValue = likeness > level.different ? moreFrequent(one, x, other, y) : -1;
		}
	}
	return found;
}

/** A typing error makes a rare value: the frequency of the other one counts. */
function moreFrequent(one: Column, x: number, other: Column, y: number): number {
	return (one.holders[x] ?? 0) >= (other.holders[y] ?? 0) ? x : y;
}

function write(into: Comparison, place: number, found: Level): void {
	put(into, place, found, agreedValue);
}

function put(into: Comparison, place: number, found: Level, value: number): void {
	into.levels[place] = found;
	into.agreed[place] = found === level.missing ? -1 : value;
}
