import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Candidate } from '#lib/network/candidate.ts';
import { memberRows, ownRows, visibleRows } from '#lib/network/candidate-rows.server.ts';
import { candidateOfContact, candidatesOf } from '#lib/network/candidates-of.server.ts';
import { isId } from '#lib/people/book.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';

type Db = Kysely<Database>;

/**
 * Whom typed words may mean: the member's own contacts, those that other members let them see, and
 * members; each person once, those whose name is meant first. Every word must be found: of one's own
 * contacts in all that their search looks through, of others' in name, company and position alone.
 */
export async function findCandidates(db: Db, actor: Actor, query: string): Promise<Candidate[]> {
	const words = queryWords(query);
	if (actor.kind !== 'member' || words.length === 0) return [];
	// Words hold letters and digits only, so that nothing in a pattern or a query needs escaping.
	const each = words.map((word) => sql`c.search_text like ${`%${word}%`}`);
	const asked = sql`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(' & ')})`;
	const found = await Promise.all([
		ownRows(db, actor, {
			where: sql.join(each, sql` and `),
			first: sql`c.search_text like ${`${words.join(' ')}%`} desc`
		}),
		visibleRows(db, actor, {
			where: sql`to_tsvector('simple',
				folded(c.full_name || ' ' || c.company || ' ' || c.position)) @@ ${asked}`,
			first: sql`to_tsvector('simple', folded(c.full_name)) @@ ${asked} desc`
		}),
		memberRows(db, actor, {
			where: sql`to_tsvector('simple', folded(m.name || ' ' || m.headline)) @@ ${asked}`
		})
	]);
	return candidatesOf(db, actor, found.flat(), words);
}

/**
 * The one whom an id means: of a contact of the member's own, of one that another lets them see, or
 * of another member; null alike for everybody else.
 */
export async function candidateById(db: Db, actor: Actor, id: string): Promise<Candidate | null> {
	if (actor.kind !== 'member' || !isId(id)) return null;
	const contact = await candidateOfContact(db, actor, id);
	if (contact) return contact;
	const rows = await memberRows(db, actor, { where: sql`m.id = ${id}` });
	const [member] = await candidatesOf(db, actor, rows, []);
	return member ?? null;
}
