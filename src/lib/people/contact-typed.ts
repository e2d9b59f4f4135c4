import type { ContactDraft, DetailKind } from '#lib/people/contact-draft.ts';

/** A contact's form as it was typed: what the screen shows again when something is refused. */
export interface ContactTyped {
	givenName: string;
	familyName: string;
	company: string;
	position: string;
	howKnown: string;
	metWhere: string;
	metOn: string;
	closeness: string;
	register: string;
	locale: string;
	notes: string;
	profile: string;
	emails: string[];
	phones: string[];
	links: string[];
	positions: TypedPosition[];
	/** What others may know of it: a level, or `book`. */
	sharing: string;
}

export interface TypedPosition {
	company: string;
	title: string;
	startedOn: string;
	endedOn: string;
}

/** The lists that a form repeats, and the name under which it sends each row. */
export const repeated = { emails: 'email', phones: 'phone', links: 'link' } as const;

/** More rows than anybody needs; what a form sends beyond is not read. */
const mostRows = 50;

/** Takes a sent form apart; absent fields are empty, spaces around are dropped. */
export function typedContact(form: FormData): ContactTyped {
	const one = (name: string) => textOf(form.get(name));
	const all = (name: string) => form.getAll(name).slice(0, mostRows).map(textOf);
	return {
		givenName: one('givenName'),
		familyName: one('familyName'),
		company: one('company'),
		position: one('position'),
		howKnown: one('howKnown'),
		metWhere: one('metWhere'),
		metOn: one('metOn'),
		closeness: one('closeness'),
		register: one('register'),
		locale: one('locale'),
		notes: one('notes'),
		profile: one('profile'),
		emails: all(repeated.emails),
		phones: all(repeated.phones),
		links: all(repeated.links),
		positions: typedPositions(all),
		sharing: one('sharing') || 'book'
	};
}

function typedPositions(all: (name: string) => string[]): TypedPosition[] {
	const titles = all('positionTitle');
	const starts = all('positionStartedOn');
	const ends = all('positionEndedOn');
	return all('positionCompany').map((company, index) => ({
		company,
		title: titles[index] ?? '',
		startedOn: starts[index] ?? '',
		endedOn: ends[index] ?? ''
	}));
}

/** The same, with a row to type into where a list has none. */
export function withBlankRows(typed: ContactTyped): ContactTyped {
	const { emails, phones, links } = typed;
	const positions = typed.positions.map((position) => ({ ...position }));
	return {
		...typed,
		emails: orBlank(emails),
		phones: orBlank(phones),
		links: orBlank(links),
		positions
	};
}

function orBlank(rows: string[]): string[] {
	return rows.length > 0 ? [...rows] : [''];
}

/** Whether nothing was typed in this row. */
export function isBlankPosition(row: TypedPosition): boolean {
	return !row.company && !row.title && !row.startedOn && !row.endedOn;
}

/** A row that waits to be filled. */
export const blankPosition: TypedPosition = { company: '', title: '', startedOn: '', endedOn: '' };

function textOf(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
}

/** A kept contact as its form shows it. Profiles beyond the first stand among the links. */
export function typedFrom(contact: ContactDraft, sharing = 'book'): ContactTyped {
	const valuesOf = (kind: DetailKind) =>
		contact.details.filter((detail) => detail.kind === kind).map((detail) => detail.value);
	const { givenName, familyName, company, position, howKnown, metWhere, metOn, notes } = contact;
	const [profile = '', ...profiles] = valuesOf('profile');
	return {
		givenName,
		familyName,
		company,
		position,
		howKnown,
		metWhere,
		metOn,
		notes,
		profile,
		closeness: contact.closeness ?? '',
		register: contact.register ?? '',
		locale: contact.locale ?? '',
		emails: valuesOf('email'),
		phones: valuesOf('phone'),
		links: [...profiles, ...valuesOf('link')],
		positions: contact.positions.map((position) => ({ ...position })),
		sharing
	};
}
