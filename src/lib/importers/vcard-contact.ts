import { excerptOf } from '#lib/importers/cell.ts';
import { bookEntry, readEntry, type BookEntry } from '#lib/importers/mapped-contact.ts';
import type { ImportRow } from '#lib/importers/record.ts';
import { parameter, partsOf, textOf, type CardProperty } from '#lib/importers/vcard-property.ts';

/** What one card tells: a contact, or why it is none. */
export function readCard(properties: readonly CardProperty[], line: number): ImportRow {
	const entry = bookEntry(line, '');
	let isPerson = true;
	let role = '';
	for (const property of properties) {
		if (property.name === 'ROLE') role ||= textOf(property);
		else if (kinds.has(property.name)) isPerson &&= tellsOfSomebody(property);
		else readInto(entry, property, properties);
	}
	if (entry.positions.length === 0 && role !== '') entry.positions.push(role);
	entry.excerpt = entry.fullName || `${entry.givenName} ${entry.familyName}`;
	if (isPerson) return readEntry(entry);
	return { kind: 'refused', line, reason: 'nobody_named', excerpt: excerptOf(entry.excerpt) };
}

const kinds = new Set(['KIND', 'X-ADDRESSBOOKSERVER-KIND']);

function readInto(
	entry: BookEntry,
	property: CardProperty,
	properties: readonly CardProperty[]
): void {
	switch (property.name) {
		case 'N':
			return readParts(entry, property);
		case 'FN':
			entry.fullName ||= textOf(property);
			return;
		case 'NICKNAME':
			entry.nickname ||= textOf(property);
			return;
		case 'ORG':
			entry.companies.push(partsOf(property).find(Boolean) ?? '');
			return;
		case 'TEL':
			return readPhone(entry, property, properties);
		case 'IMPP':
		case 'X-SOCIALPROFILE':
			return readWeb(entry, property);
		default:
			listFor(entry, property.name)?.push(textOf(property));
	}
}

function listFor(entry: BookEntry, name: string): string[] | undefined {
	if (name === 'EMAIL') return entry.emails;
	if (name === 'TITLE') return entry.positions;
	if (name === 'URL') return entry.addresses;
	return name === 'X-LINKEDIN' ? entry.profiles : undefined;
}

/** A group is a list of people, a location is none; an organisation answers the telephone. */
function tellsOfSomebody(property: CardProperty): boolean {
	return !/^(?:group|location|application|device|thing)$/i.test(textOf(property));
}

function readParts(entry: BookEntry, property: CardProperty): void {
	if (entry.familyName + entry.givenName !== '') return;
	const [familyName = '', givenName = '', middleName = '', prefix = '', suffix = ''] =
		partsOf(property);
	const middle = middleName.replace(/\s*,\s*/g, ' ');
	Object.assign(entry, { familyName, givenName, middleName: middle, prefix, suffix });
}

/** The number of somebody's assistant is somebody else's. */
function readPhone(
	entry: BookEntry,
	property: CardProperty,
	properties: readonly CardProperty[]
): void {
	const label = property.group === '' ? '' : labelOf(property.group, properties);
	if (/assist/i.test(label)) return;
	const other =
		/[;=,"](?:FAX|PAGER)/i.test(property.parameters) || /\b(?:fax|pager)\b/i.test(label);
	(other ? entry.otherPhones : entry.phones).push(textOf(property));
}

/** Programs of Apple write beside `item1.TEL` what `item1` is. */
function labelOf(group: string, properties: readonly CardProperty[]): string {
	const label = properties.find((one) => one.name === 'X-ABLABEL' && one.group === group);
	return label ? textOf(label) : '';
}

/** What begins like an address of the web, or is LinkedIn's; names elsewhere are left out. */
function readWeb(entry: BookEntry, property: CardProperty): void {
	const value = textOf(property);
	const service = parameter(property, 'TYPE') + parameter(property, 'X-SERVICE-TYPE');
	if (/^https?:/i.test(value)) entry.addresses.push(value);
	else if (/linkedin/i.test(service)) entry.profiles.push(value.replace(/^[a-z-]+:/i, ''));
}
