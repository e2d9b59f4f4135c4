import { type Level, level } from '#lib/matching/level.ts';

/** Distinct values of one or more fields, each with what comparing needs to know of it. */
export interface ValueTable<Form> {
	places: Map<string, number>;
	texts: string[];
	forms: Form[];
	formOf: (text: string) => Form;
}

/** A table that holds nothing yet. */
export function valueTable<Form>(formOf: (text: string) => Form): ValueTable<Form> {
	return { places: new Map(), texts: [], forms: [], formOf };
}

/** One field of all records: the values of record `r` are `ids[from[r]]` to before `ids[from[r + 1]]`. */
export interface Column {
	ids: Int32Array;
	from: Int32Array;
	/** The values themselves, by id. */
	texts: readonly string[];
	/** How many records hold each value, by its id; ids beyond its end are held by none. */
	holders: Int32Array;
	/** How much two values agree. */
	compare(one: number, other: number): Level;
}

/** Puts the values of every record, in order, into a column. */
export function buildColumn<Form>(
	values: Iterable<readonly string[]>,
	count: number,
	table: ValueTable<Form>,
	compare: (one: Form, other: Form) => Level
): Column {
	const from = new Int32Array(count + 1);
	const ids: number[] = [];
	let record = 0;
	for (const each of values) {
		for (const text of each) ids.push(placeIn(table, text));
		from[(record += 1)] = ids.length;
	}
	const all = new Int32Array(ids);
	return {
		ids: all,
		from,
		texts: table.texts,
		holders: holdersOf(all),
		compare: remembering((one, other) => {
			const a = table.forms[one];
			const b = table.forms[other];
			return a === undefined || b === undefined ? level.missing : compare(a, b);
		}, ids.length)
	};
}

/** Places to remember comparisons in, at most: the same few names meet again and again. */
const mostRemembered = 2 ** 16;

/** The same answers without asking twice, nearly: two that fall on one place forget each other. */
function remembering(compare: Column['compare'], values: number): Column['compare'] {
	const places = 2 ** Math.ceil(Math.log2(Math.max(1, Math.min(mostRemembered, values))));
	const ones = new Int32Array(places).fill(-1);
	const others = new Int32Array(places);
	const answers: Level[] = [];
	return (one, other) => {
		if (one === other) return level.exact;
		const place =
			((Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 8) & (places - 1);
		const known = ones[place] === one && others[place] === other ? answers[place] : undefined;
		if (known !== undefined) return known;
		ones[place] = one;
		others[place] = other;
		return (answers[place] = compare(one, other));
	};
}

function holdersOf(ids: Int32Array): Int32Array {
	const most = ids.reduce((one, other) => Math.max(one, other), -1);
	const holders = new Int32Array(most + 1);
	for (const id of ids) holders[id] = (holders[id] ?? 0) + 1;
	return holders;
}

function placeIn<Form>(table: ValueTable<Form>, text: string): number {
	const known = table.places.get(text);
	if (known !== undefined) return known;
	table.places.set(text, table.forms.length);
	table.texts.push(text);
	return table.forms.push(table.formOf(text)) - 1;
}

/** Whether a record has a value. */
export function hasValue({ from }: Column, record: number): boolean {
	return (from[record] ?? 0) < (from[record + 1] ?? 0);
}
