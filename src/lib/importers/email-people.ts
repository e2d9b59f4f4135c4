import { addressParser } from 'postal-mime';
import { cleanCell } from '#lib/importers/cell.ts';
import type { Somebody } from '#lib/importers/record.ts';
import { normaliseEmail } from '#lib/people/email.ts';

const quotes = /^['"‘’“”«»\s]+|['"‘’“”«»\s]+$/g;
/** What services put behind the name of the person on whose behalf they write. */
const via = /\s*[([]?\b(?:via|par l['’]intermédiaire de)\s+[\p{L}\p{N}][^()]*[)\]]?$/iu;

/** Everybody whom an address header names, groups opened, each once. Never throws. */
export function readPeople(header: string): Somebody[] {
	if (header === '') return [];
	const people = new Map<string, Somebody>();
	for (const { name, address = '' } of addressParser(header, { flatten: true })) {
		const person = somebody(name, address);
		if (person) people.set(person.email ?? person.fullName, person);
	}
	return [...people.values()];
}

/** Reads the people of address headers; see readPeople. */
export type PeopleReader = (header: string) => readonly Somebody[];

/** Headers remembered at once: a mailbox names the same few hundred people again and again. */
const mostRemembered = 1000;

/** As readPeople, for the many headers of one mailbox: one that comes again is not read again. */
export function peopleReader(): PeopleReader {
	const known = new Map<string, readonly Somebody[]>();
	return (header) => {
		const before = known.get(header);
		if (before) return before;
		const people = readPeople(header);
		if (known.size >= mostRemembered) known.clear();
		if (header.length <= 300) known.set(header, people);
		return people;
	};
}

/** A person by name as written and address; undefined where neither tells anything. */
export function somebody(name: string, address: string): Somebody | undefined {
	const read = normaliseEmail(address);
	const fullName = personName(name);
	if (read.ok) return { fullName, email: read.email };
	return fullName === '' || address.includes('@') ? undefined : { fullName };
}

/** "Dupont, Jean" (as Exchange writes it) and "'Jean Dupont' via Docs" are Jean Dupont. */
function personName(written: string): string {
	const name = cleanCell(written.slice(0, 200)).replace(via, '').replace(quotes, '');
	if (name.includes('@')) return '';
	const [, family = '', given = ''] = /^([^,()\d]+),\s*([^,()\d]+)$/.exec(name) ?? [];
	const turned =
		given !== '' && given.split(' ').length < 4 && !/\b(?:jr|sr|ii+|mba|phd|md)\b/i.test(given);
	return turned ? `${given} ${family}` : name;
}
