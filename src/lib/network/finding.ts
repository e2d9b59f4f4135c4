import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import type { PathFinder } from '#lib/network/path-finder.ts';

/** What somebody who looks for people and paths brings along. */
export interface Finding {
	db: Kysely<Database>;
	finder: PathFinder;
	actor: Member;
	/** Their own name. */
	me: string;
	/** The name of what the fellows are members of. */
	community: string;
	now: Date;
	locale: Locale;
	/** Who is not to be asked now, and why, in words that name them; see introductions/peace. */
	closed: ReadonlyMap<Somebody, (name: string) => string>;
}
