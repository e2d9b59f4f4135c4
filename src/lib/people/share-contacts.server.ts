import { type Kysely, sql, type Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Book, isId } from '#lib/people/book.ts';
import { changeSharing } from '#lib/people/change-sharing.server.ts';
import { type ContactFilter, contactsFound } from '#lib/people/contact-list.server.ts';
import type { SharingChoice } from '#lib/people/sharing-level.ts';
import {
	inOwnBook,
	type Shared,
	type SharingChanged,
	tellChanged
} from '#lib/people/sharing-door.server.ts';
import { chosenSharing } from '#lib/people/sharing-of-new.server.ts';

/** Some of a book's contacts: these, or all that a list finds. */
export type Some = { ids: readonly string[] } | ContactFilter;

/**
 * Chooses for some of this member's contacts themselves. `change` undoes it; null where nothing
 * changed.
 */
export async function shareContacts(
	db: Kysely<Database>,
	actor: Actor,
	some: Some,
	choice: SharingChoice,
	changed: SharingChanged
): Promise<Shared & { change: string | null }> {
	const change = crypto.randomUUID();
	const shared = await inOwnBook(db, actor, async (trx, book) => {
		const columns = await chosenSharing(trx, book, choice);
		const rows = await changeSharing(trx, book, {
			which: sql`k.id in ${withHidden(trx, book, some)}
				and (k.sharing, k.sharing_by) <> (${columns.sharing}, ${columns.sharingBy})`,
			sharing: sql`${columns.sharing}`,
			sharingBy: sql`${columns.sharingBy}`,
			change
		});
		return tellChanged(trx, book, rows, changed);
	});
	const isChanged = shared.ok && shared.contacts > 0;
	return { ...shared, change: isChanged ? change : null };
}

/** And those merged into them: what is chosen for a person holds when they are separated again. */
function withHidden(trx: Transaction<Database>, book: Book, some: Some) {
	const { communityId, ownerId } = book;
	return sql<string>`(with recursive meant as (
			select id from contacts where community_id = ${communityId} and owner_id = ${ownerId}
				and deleted_at is null and id in ${among(trx, book, some)}
			union all
			select k.id from contacts k join meant on k.merged_into = meant.id
			where k.community_id = ${communityId})
		select id from meant)`;
}

function among(trx: Transaction<Database>, book: Book, some: Some) {
	if (!('ids' in some)) return contactsFound(trx, book, some).select('id');
	const ids = some.ids.filter(isId);
	return sql<string>`(select unnest(${ids}::uuid[]))`;
}
