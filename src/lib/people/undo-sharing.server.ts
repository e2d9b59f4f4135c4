import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { isId } from '#lib/people/book.ts';
import { changeSharing } from '#lib/people/change-sharing.server.ts';
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
		const rows = await changeSharing(trx, book, {
			which: sql`k.sharing_change = ${change}`,
			sharing: sql`case k.sharing_was_by when 'book' then ${sharing} else k.sharing_was end`,
			sharingBy: sql`k.sharing_was_by`,
			change: null,
			undone: true
		});
		return tellChanged(trx, book, rows, changed);
	});
}
