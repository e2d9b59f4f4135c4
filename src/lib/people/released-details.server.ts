import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf } from '#lib/people/book.ts';
import type { DetailDraft } from '#lib/people/contact-draft.ts';
import { addEvent, keepDetails, lockContact } from '#lib/people/contact-save.server.ts';

/** Details a person agreed to give. `through`: the name of who opened the door. */
export interface Release {
	details: (DetailDraft & { kind: 'email' | 'phone' })[];
	through: string;
}

/** Adds released details to the requester's own contact; false when it is not theirs. */
export function addReleasedDetails(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string,
	{ details, through }: Release,
	now: Date
): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const book = bookOf(actor, 'change_contact');
		if (!book || !(await lockContact(trx, book, contactId))) return false;
		await keepDetails(trx, book, contactId, { details }, now);
		const kinds = [...new Set(details.map((detail) => detail.kind))];
		await addEvent(trx, book, contactId, { kind: 'details_released', kinds, through }, now);
		return true;
	});
}
