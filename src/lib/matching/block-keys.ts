import type { MatchTable } from '#lib/matching/match-table.ts';
import type { NameForm } from '#lib/matching/name-form.ts';
import { byField, columnFields, type ColumnField } from '#lib/matching/record-reader.ts';
import { soundOf } from '#lib/matching/sound.ts';
import { textAt } from '#lib/matching/text-pool.ts';

/** What keys are made of: the values of a record, and its names in the forms under which they meet. */
interface Known {
	values: Readonly<Record<ColumnField, readonly string[]>>;
	/** Given and family name in either order: the sounds of their words, the family of a diminutive. */
	sounds: readonly string[];
	given: NameForm | undefined;
	families: readonly NameForm[];
	hear: (text: string) => string;
}

/** A group of keys: two records that share any of a group's keys are compared. */
interface KeyGroup {
	/** How many keys a record may have. */
	slots: number;
	keys: (known: Known) => readonly string[];
	/** Keys that one person alone has, nearly always, so that many may share one. */
	certain?: true;
}

/** Surest first. What too many records share finds nobody; see find-pairs. */
export const keyGroups: readonly KeyGroup[] = [
	{ slots: 1, keys: ({ values }) => values.nationalId, certain: true },
	{ slots: 1, keys: ({ values }) => values.profile, certain: true },
	{ slots: 4, keys: ({ values }) => values.email, certain: true },
	{ slots: 4, keys: ({ values }) => values.phone.map((phone) => phone.slice(-8)), certain: true },
	{ slots: 4, keys: ({ values }) => values.email.map(beforeAt).filter(isLong) },
	{ slots: 5, keys: ({ values }) => values.spelling },
	{ slots: 6, keys: wholeNames },
	{ slots: 4, keys: (known) => withEach(known.sounds, known.values.birthDate, firstSix) },
	{ slots: 4, keys: (known) => withEach(known.sounds, known.values.birthDate, monthAndDay) },
	{ slots: 4, keys: (known) => withEach(known.sounds, known.values.postcode, asItIs) },
	{ slots: 4, keys: (known) => withEach(known.sounds, known.values.city, known.hear) },
	{ slots: 4, keys: (known) => withEach(known.sounds, known.values.street, known.hear) },
	{ slots: 8, keys: (known) => withEach(known.sounds, known.values.company, firstWord) },
	{ slots: 1, keys: ({ values }) => values.birthDate.filter((date) => !date.endsWith('00')) },
	{ slots: 1, keys: ({ values }) => joined(values.street, values.streetNumber) },
	{ slots: 1, keys: ({ values }) => joined(values.postcode, values.streetNumber) },
	{ slots: 2, keys: initialAndName },
	{ slots: 3, keys: ({ families }) => families.map(({ sound }) => sound) },
	{ slots: 2, keys: ({ given, families }) => [given, ...families].map(letterSet) }
];

/** How many keys a record may have in all: the width of its row. */
export const keyCount = keyGroups.reduce((sum, { slots }) => sum + slots, 0);

/**
 * The keys of every record as numbers, one row of `keyCount` a record, 0 for none. Two records that
 * are one person share at least one, nearly always: spelling, order and what is known may differ.
 */
export function blockKeys(table: MatchTable): Uint32Array {
	const keys = new Uint32Array(table.count * keyCount);
	fillKeys(table, keys, 0, table.count);
	return keys;
}

/** The same for the records from `first` to before `last` alone, into their rows of `keys`. */
export function fillKeys(table: MatchTable, keys: Uint32Array, first: number, last: number): void {
	const knownAt = reader(table);
	for (let record = first; record < last; record += 1) {
		const known = knownAt(record);
		let slot = record * keyCount;
		for (const [group, { slots, keys: keysOf }] of keyGroups.entries()) {
			const found = keysOf(known);
			for (let at = 0; at < slots; at += 1, slot += 1) keys[slot] = hash(group, found[at] ?? '');
		}
	}
}

/** Reads what keys are made of, record by record. */
function reader({ columns, names }: MatchTable): (record: number) => Known {
	const hear = hearing();
	const filled = columnFields.filter((field) => columns[field].ids.length > 0);
	return (record) => {
		const values: Record<ColumnField, readonly string[]> = { ...nothing };
		for (const field of filled) {
			const { ids, from, texts } = columns[field];
			const first = from[record] ?? 0;
			const last = from[record + 1] ?? 0;
			if (first === last) continue;
			const found: string[] = [];
			for (let at = first; at < last; at += 1) found.push(textAt(texts, ids[at] ?? 0));
			values[field] = found;
		}
		const formsIn = ({ ids, from }: MatchTable['columns']['givenName']) =>
			Array.from(ids.subarray(from[record], from[record + 1]), names.at);
		const [given] = formsIn(columns.givenName);
		const families = formsIn(columns.familyName);
		return { values, given, families, sounds: soundsOf(given, families, hear), hear };
	};
}

const none: readonly string[] = [];
const nothing = byField(columnFields.map((field) => [field, none] as const));

/** Towns and words of names come again and again; forgets all when there are too many. */
function hearing(): (text: string) => string {
	const heard = new Map<string, string>();
	return (text) => {
		const known = heard.get(text);
		if (known !== undefined) return known;
		if (heard.size > 50_000) heard.clear();
		const sound = soundOf(text);
		heard.set(text, sound);
		return sound;
	};
}

function soundsOf(
	given: NameForm | undefined,
	families: readonly NameForm[],
	hear: Known['hear']
): string[] {
	const sounds = new Set(given === undefined ? [] : rootAndSound(given, hear));
	for (const { words, sound } of families)
		for (const each of words.length > 1 ? words.map(hear) : [sound]) sounds.add(each);
	sounds.delete('');
	return [...sounds];
}

/** Kathy and Catherine meet under the number of their family. */
function rootAndSound(
	{ families, sound, isInitials, words }: NameForm,
	hear: Known['hear']
): string[] {
	if (isInitials) return [];
	const whole = words.length > 1 ? [hear(words[0] ?? '')] : [];
	return [families.length > 0 ? `#${families[0]}` : sound, ...whole];
}

/** Given and family name together, in either order; each of the families a diminutive belongs to. */
function wholeNames({ given, families, hear }: Known): string[] {
	if (given === undefined || families.length === 0) return [];
	const firsts = new Set([hear(given.words[0] ?? '')]);
	for (const family of given.families) firsts.add(`#${family}`);
	return families.flatMap(({ sound }) => [...firsts].map((first) => inOrder(first, sound)));
}

function inOrder(one: string, other: string): string {
	return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function initialAndName({ given, families: [family] }: Known): string[] {
	if (given === undefined || family === undefined) return [];
	return [inOrder(given.text.charAt(0), family.text), inOrder(family.text.charAt(0), given.text)];
}

/** The letters of a name without order and number, which most typing errors leave as they are. */
function letterSet(form: NameForm | undefined): string {
	return form === undefined || form.text.length < 6
		? ''
		: [...new Set(form.text)].toSorted().join('');
}

function withEach(
	sounds: readonly string[],
	[value, second]: readonly string[],
	part: (value: string) => string
): string[] {
	const one = value === undefined ? '' : part(value);
	const two = second === undefined ? '' : part(second);
	return [one, two].flatMap((known) =>
		known === '' ? [] : sounds.slice(0, 4).map((sound) => `${sound} ${known}`)
	);
}

function joined([one]: readonly string[], [other]: readonly string[]): string[] {
	return one === undefined || other === undefined ? [] : [`${one} ${other}`];
}

function beforeAt(email: string): string {
	return email.slice(0, email.lastIndexOf('@'));
}

function isLong(text: string): boolean {
	return text.length >= 5;
}

function asItIs(text: string): string {
	return text;
}

function firstSix(date: string): string {
	return date.slice(0, 6);
}

function monthAndDay(date: string): string {
	return date.endsWith('00') ? '' : date.slice(4);
}

function firstWord(company: string): string {
	return company.split(' ', 1).join();
}

/** FNV-1a over the group's number and the letters; 0 for no letters and nothing else. */
function hash(group: number, text: string): number {
	if (text === '') return 0;
	let value = Math.imul(0x811c9dc5 ^ (group + 1), 0x01000193);
	for (let at = 0; at < text.length; at += 1)
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	value ^= value >>> 15;
	return (Math.imul(value, 0x2c1b3c6d) ^ (value >>> 12)) >>> 0 || 1;
}
