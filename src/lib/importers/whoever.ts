import type { Somebody } from '#lib/importers/record.ts';
import { searchText } from '#lib/people/search-text.ts';

/** The addresses and names by which files call the member; folded, see keysOf. */
export type OwnKeys = ReadonlySet<string>;

/**
 * By what somebody is known, surest first: `email …`, `profile …`, `name …`. Never empty for what
 * a format yields.
 */
export function keysOf({ email, profile, fullName }: Somebody): string[] {
	const name = searchText([fullName]);
	return [
		email && `email ${email}`,
		profile && `profile ${profile}`,
		name && `name ${name}`
	].filter((key): key is string => Boolean(key));
}

/** Whether this is the member. A name says so only of somebody who has no address there. */
export function isOwn(somebody: Somebody, own: OwnKeys): boolean {
	const [surest] = keysOf(somebody);
	return surest !== undefined && own.has(surest);
}
