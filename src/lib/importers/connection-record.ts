import { normaliseEmail } from '#lib/people/email.ts';
import { displayName } from '#lib/people/name.ts';
import { normaliseProfile } from '#lib/people/profile-address.ts';
import { readDay, type SlashOrder } from '#lib/importers/calendar-day.ts';
import { cleanCell, excerptOf, isFill } from '#lib/importers/cell.ts';
import type { ConnectionField, ConnectionHeader } from '#lib/importers/connection-columns.ts';
import type {
	ContactRecord,
	ImportRow,
	RefusalReason,
	UnreadValue
} from '#lib/importers/record.ts';

/** Longer than any name; an index has to hold it. */
const longestName = 400;

/** What one row of a list of connections tells; a row without a name is refused. */
export function readConnection(
	cells: readonly string[],
	line: number,
	header: ConnectionHeader,
	order: SlashOrder
): ImportRow {
	const value = (field: ConnectionField) => valueAt(cells, header.columns.get(field));
	const [givenName, familyName] = namesIn(cells, value('givenName'), value('familyName'));
	const fullName = displayName({ givenName, familyName });
	const reason = refusalOf(cells, header, fullName);
	if (reason) {
		return { kind: 'refused', line, reason, excerpt: excerptOf(cells.join(header.delimiter)) };
	}
	const unread: UnreadValue[] = [];
	const record: ContactRecord = {
		kind: 'contact',
		line,
		givenName,
		familyName,
		fullName,
		emails: emailsIn(told(value('email')), unread),
		phones: [told(value('phone'))].filter(isTold),
		...addressIn(told(value('profile')), unread),
		company: told(value('company')),
		position: told(value('position')),
		connectedOn: dayIn(told(value('connectedOn')), order, unread),
		unread
	};
	return { kind: 'record', record };
}

function valueAt(cells: readonly string[], index: number | undefined): string {
	return index === undefined ? '' : cleanCell(cells[index] ?? '');
}

function told(value: string): string | undefined {
	return value === '' || isFill(value) ? undefined : value;
}

function isTold(value: string | undefined): value is string {
	return value !== undefined;
}

/** Na is also a family name: NA is a filled-in void only where no cell of the row was left empty. */
function namesIn(cells: readonly string[], given: string, family: string): [string, string] {
	if (!isFill(given) && !isFill(family)) return [given, family];
	if (cells.includes('') && told(given + family) && given !== family) return [given, family];
	return [told(given) ?? '', told(family) ?? ''];
}

function refusalOf(
	cells: readonly string[],
	header: ConnectionHeader,
	fullName: string
): RefusalReason | undefined {
	if (fullName === '') return 'nameless';
	if (fullName.length > longestName) return 'too_long';
	const repeats = (['givenName', 'familyName'] as const).every((field) => {
		const index = header.columns.get(field) ?? -1;
		return cells[index] === header.cells[index];
	});
	return repeats ? 'repeated_header' : undefined;
}

function emailsIn(value: string | undefined, unread: UnreadValue[]): string[] {
	if (value === undefined) return [];
	const results = value.split(/[\s;,]+/).map(normaliseEmail);
	const emails = results.flatMap((result) => (result.ok ? [result.email] : []));
	if (emails.length < results.length) unread.push({ field: 'email', value: excerptOf(value) });
	return [...new Set(emails)];
}

function addressIn(
	value: string | undefined,
	unread: UnreadValue[]
): Pick<ContactRecord, 'profile' | 'links'> {
	if (value === undefined) return { profile: undefined, links: [] };
	const result = normaliseProfile(value);
	if (result.ok) return { profile: result.profile, links: [] };
	if (/^https?:\/\/[^\s/]+\S*$/i.test(value) && value.length <= 2000) {
		return { profile: undefined, links: [value] };
	}
	unread.push({ field: 'profile', value: excerptOf(value) });
	return { profile: undefined, links: [] };
}

function dayIn(
	value: string | undefined,
	order: SlashOrder,
	unread: UnreadValue[]
): string | undefined {
	const day = value === undefined ? undefined : readDay(value, order);
	if (value !== undefined && day === undefined) {
		unread.push({ field: 'connectedOn', value: excerptOf(value) });
	}
	return day;
}
