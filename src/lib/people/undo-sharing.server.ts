import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { isId } from '#lib/people/book.ts';
import {
	inOwnBook,
	type Shared,
	type SharingChanged,
	tellChanged
} from '#lib/people/sharing-door.server.ts';
import { chosenSharing } from '#lib/people/sharing-of-new.server.ts';

/** Takes a change of shareContacts back where nothing was chosen since; what followed the book follows it as it is now. */
export function undoSharing(
	db: Kysely<Database>,
	actor: Actor,
	change: string,
	changed: SharingChanged
): Promise<Shared> {
	return inOwnBook(db, actor, async (trx, book) => {
		if (!isId(change)) return { ok: true, contacts: 0 };
		const { sharing } = await chosenSharing(trx, book, 'book');
		const { rows } = await sql<{ id: string; mergedInto: string | null }>`update contacts
			set sharing = case sharing_was_by when 'book' then ${sharing} else sharing_was end,
				sharing_by = sharing_was_by, sharing_change = null
			where community_id = ${book.communityId} and owner_id = ${book.ownerId}
				and sharing_change = ${change} returning id, merged_into as "mergedInto"`.execute(trx);
		return tellChanged(trx, book, rows, changed);
	});
}
