import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Sharing } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import { changeSharing } from '#lib/people/change-sharing.server.ts';
import { inOwnBook, type Shared, type SharingChanged } from '#lib/people/sharing-door.server.ts';
import { lockSharing } from '#lib/people/sharing-of-new.server.ts';

/** Chooses what others may know of all this member's contacts, but for those it was chosen for apart. */
export function shareBook(
	db: Kysely<Database>,
	actor: Actor,
	sharing: Sharing,
	changed: SharingChanged
): Promise<Shared> {
	return inOwnBook(db, actor, async (trx, book) => {
		await lockSharing(trx, book);
		await trx
			.updateTable('members')
			.set({ sharing })
			.where('communityId', '=', book.communityId)
			.where('id', '=', book.ownerId)
			.execute();
		const rows = await changeSharing(trx, book, {
			which: sql`k.sharing_by = 'book' and k.sharing <> ${sharing}`,
			sharing: sql`${sharing}`,
			sharingBy: sql`'book'`,
			change: null
		});
		// Without their ids: to look at the whole book is cheaper than at so many of it.
		if (rows.length > 0) await changed(trx, book);
		return { ok: true, contacts: rows.filter(({ mergedInto }) => mergedInto === null).length };
	});
}
