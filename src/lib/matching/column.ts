import { IntList } from '#lib/matching/int-list.ts';
import { type Level, level } from '#lib/matching/level.ts';
import { type Texts, type TextPool, countOf, textAt } from '#lib/matching/text-pool.ts';

/** One field of all records: the values of record `r` are `ids[from[r]]` to before `ids[from[r + 1]]`. */
export interface ColumnValues {
	ids: Int32Array;
	from: Int32Array;
	/** The values themselves, by id. */
	texts: Texts;
	/** How many records hold each value, by its id; ids beyond its end are held by none. */
	holders: Int32Array;
}

/** A column whose values can be compared. */
export interface Column extends ColumnValues {
	/** How much two values agree. */
	compare(one: number, other: number): Level;
}

/** What comparing needs to know of texts, by their numbers. */
export interface Forms<Form> {
	at(id: number): Form;
}

/** So many forms are remembered, at most: the same few names meet again and again. */
const mostForms = 2 ** 16;

/** Makes forms of texts when they are asked for. */
export function formsOf<Form>(texts: Texts, formOf: (text: string) => Form): Forms<Form> {
	const places = placesFor(countOf(texts), mostForms);
	const held = new Int32Array(places).fill(-1);
	const forms = Array.from({ length: places }, (): Form | undefined => undefined);
	return {
		at: (id) => {
			const place = id & (places - 1);
			const known = held[place] === id ? forms[place] : undefined;
			if (known !== undefined) return known;
			held[place] = id;
			return (forms[place] = formOf(textAt(texts, id)));
		}
	};
}

/** A column to be filled record by record. */
export class ColumnBuilder {
	#pool: TextPool;
	#ids = new IntList();
	#from = new IntList();

	constructor(pool: TextPool) {
		this.#pool = pool;
		this.#from.add(0);
	}

	/** The values of the next record. */
	add(texts: readonly string[]): void {
		for (const text of texts) this.#ids.add(this.#pool.placeOf(text));
		this.#from.add(this.#ids.count);
	}

	/** What was filled in; `texts` are those of its pool, `order` the records in another order. */
	values(texts: Texts, order?: Uint32Array): ColumnValues {
		const ids = this.#ids.taken();
		const from = this.#from.taken();
		const holders = holdersOf(ids);
		return order === undefined
			? { ids, from, texts, holders }
			: { ...reordered(ids, from, order), texts, holders };
	}
}

function reordered(ids: Int32Array, from: Int32Array, order: Uint32Array) {
	const moved = { ids: new Int32Array(ids.length), from: new Int32Array(from.length) };
	let filled = 0;
	for (const [place, record] of order.entries()) {
		const last = from[record + 1] ?? 0;
		for (let at = from[record] ?? 0; at < last; at += 1) moved.ids[filled++] = ids[at] ?? 0;
		moved.from[place + 1] = filled;
	}
	return moved;
}

/** Puts the way to compare to the values. */
export function comparable<Form>(
	values: ColumnValues,
	forms: Forms<Form>,
	compare: (one: Form, other: Form) => Level
): Column {
	return {
		...values,
		compare: remembering((one, other) => compare(forms.at(one), forms.at(other)), values.ids.length)
	};
}

/** Places to remember comparisons in, at most. */
const mostRemembered = 2 ** 18;

/** The same answers without asking twice, nearly: two that fall on one place forget each other. */
function remembering(compare: Column['compare'], values: number): Column['compare'] {
	const places = placesFor(values, mostRemembered);
	const ones = new Int32Array(places).fill(-1);
	const others = new Int32Array(places);
	const answers = new Uint8Array(places);
	return (one, other) => {
		if (one === other) return level.exact;
		const place =
			((Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 8) & (places - 1);
		if (ones[place] === one && others[place] === other) return answers[place] as Level;
		ones[place] = one;
		others[place] = other;
		return (answers[place] = compare(one, other)) as Level;
	};
}

function placesFor(values: number, most: number): number {
	return 2 ** Math.ceil(Math.log2(Math.max(1, Math.min(most, values))));
}

function holdersOf(ids: Int32Array): Int32Array {
	const most = ids.reduce((one, other) => Math.max(one, other), -1);
	const holders = new Int32Array(most + 1);
	for (const id of ids) holders[id] = (holders[id] ?? 0) + 1;
	return holders;
}

/** Whether a record has a value. */
export function hasValue({ from }: ColumnValues, record: number): boolean {
	return (from[record] ?? 0) < (from[record + 1] ?? 0);
}
