import * as z from 'zod';
import { searchText } from '#lib/people/search-text.ts';

/** What a column of a table may hold. */
export const mappedFields = [
	'prefix',
	'givenName',
	'middleName',
	'familyName',
	'suffix',
	'fullName',
	'nickname',
	'email',
	'phone',
	'otherPhone',
	'profile',
	'link',
	'company',
	'position',
	'connectedOn'
] as const;

export type MappedField = (typeof mappedFields)[number];

/** How a table is read: as JSON, for a screen to show, change and remember. */
export const mappingSchema = z.strictObject({
	/** Whether its first row names the columns. */
	header: z.boolean(),
	/** What each column holds, from the left; null: it is left out. Several may hold the same. */
	fields: z.array(z.enum(mappedFields).nullable()).min(1).max(500)
});

export type Mapping = z.infer<typeof mappingSchema>;

/**
 * Under which a mapping is remembered: the same for the same columns in the same order, whatever
 * their case, accents and separator. A table without a header has only its number of columns.
 */
export function headerKey(header: readonly string[] | undefined, columns: number): string {
	return header ? header.map((cell) => searchText([cell])).join('|') : `${columns} columns`;
}

/**
 * Whether columns like these are of people: a name alone is also what languages and books have, and
 * without a header words are no sure names.
 */
export function areOfPeople({ header, fields }: Mapping): boolean {
	const has = (...some: MappedField[]) => some.some((field) => fields.includes(field));
	if (has('email', 'profile')) return true;
	const named = has('givenName', 'familyName', 'fullName');
	if (!header) return named && has('phone');
	return named && (has('phone', 'company', 'position') || (has('givenName') && has('familyName')));
}
