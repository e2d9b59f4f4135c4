import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf } from '#lib/people/book.ts';

/** How many contacts of a book have been compared with the other books of the community, of how many. */
export interface PersonsProgress {
	done: number;
	all: number;
}

/** How far the actor's own book has been compared with others; null once all of it is, and for all but members. */
export async function personsProgress(
	db: Kysely<Database>,
	actor: Actor
): Promise<PersonsProgress | null> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return null;
	const { rows } = await sql<PersonsProgress>`
		select count(*)::int as all, (count(*) filter (where p.print <> ''))::int as done
		from contacts k
		left join person_contacts p on p.community_id = k.community_id and p.contact_id = k.id
		where k.community_id = ${book.communityId} and k.owner_id = ${book.ownerId}
			and k.deleted_at is null`.execute(db);
	const [progress] = rows;
	return progress && progress.done < progress.all ? progress : null;
}
