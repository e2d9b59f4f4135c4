import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Sharing } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
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
		const { numUpdatedRows } = await trx
			.updateTable('contacts')
			.set({ sharing, sharingChange: null })
			.where('communityId', '=', book.communityId)
			.where('ownerId', '=', book.ownerId)
			.where('sharingBy', '=', 'book')
			.where('sharing', '!=', sharing)
			.executeTakeFirst();
		if (numUpdatedRows > 0n) await changed(trx, book);
		return { ok: true, contacts: Number(numUpdatedRows) };
	});
}
