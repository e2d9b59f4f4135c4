import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Sharing } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import { readImport } from '#lib/importers/import-report.server.ts';
import { changeSharing } from '#lib/people/change-sharing.server.ts';
import {
	inOwnBook,
	type Shared,
	type SharingChanged,
	tellChanged
} from '#lib/people/sharing-door.server.ts';
import type { SharingChoice } from '#lib/people/sharing-level.ts';
import { lockSharing } from '#lib/people/sharing-of-new.server.ts';

/** How many contacts that an import created are shared how. */
export async function importSharing(
	db: Kysely<Database>,
	actor: Actor,
	importId: string
): Promise<Record<Sharing, number>> {
	const counts = { private: 0, blind: 0, visible: 0 };
	if (actor.kind !== 'member' || !(await readImport(db, actor, importId))) return counts;
	const rows = await db
		.selectFrom('contacts')
		.select((eb) => ['sharing', eb.fn.countAll<number>().as('count')])
		.where('communityId', '=', actor.communityId)
		.where('ownerId', '=', actor.memberId)
		.where('importId', '=', importId)
		.where('deletedAt', 'is', null)
		.groupBy('sharing')
		.execute();
	for (const { sharing, count } of rows) counts[sharing] = count;
	return counts;
}

/**
 * Chooses for all that an import of this member's created or has yet to create, but for contacts
 * chosen for themselves. Nothing changes where it is no import of theirs.
 */
export async function shareImport(
	db: Kysely<Database>,
	actor: Actor,
	importId: string,
	choice: SharingChoice,
	changed: SharingChanged
): Promise<Shared> {
	if (!(await readImport(db, actor, importId))) return { ok: false, refusal: 'not_allowed' };
	return inOwnBook(db, actor, async (trx, book) => {
		await lockSharing(trx, book);
		// Waits for the batch under way: the next one reads what is chosen here.
		const { sharing: ofBook } = await trx
			.selectFrom('members')
			.select('sharing')
			.where('communityId', '=', book.communityId)
			.where('id', '=', book.ownerId)
			.forNoKeyUpdate()
			.executeTakeFirstOrThrow();
		const own = choice === 'book' ? null : choice;
		await trx
			.updateTable('imports')
			.set({ sharing: own })
			.where('communityId', '=', book.communityId)
			.where('memberId', '=', book.ownerId)
			.where('id', '=', importId)
			.execute();
		const rows = await changeSharing(trx, book, {
			which: sql`k.import_id = ${importId} and k.sharing_by <> 'contact'`,
			sharing: sql`${own ?? ofBook}`,
			sharingBy: sql`${own ? 'import' : 'book'}`,
			change: null
		});
		return tellChanged(trx, book, rows, changed);
	});
}
