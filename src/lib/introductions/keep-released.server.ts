import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Place } from '#lib/introductions/introduction-page.server.ts';
import type { Released } from '#lib/introductions/requester-view.server.ts';
import { bareDraft, type DetailDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { normalisePhone } from '#lib/people/phone.ts';
import { addReleasedDetails } from '#lib/people/released-details.server.ts';
import { splitName } from '#lib/people/typed-name.ts';

/**
 * Puts what was released into the requester's own contact; when that is gone, into a new one, which
 * the introduction is about from then on. False when nothing was released.
 */
export async function keepReleased(
	db: Kysely<Database>,
	actor: Member,
	{ view, introduction }: Extract<Place, { as: 'requester' }>,
	now: Date
): Promise<boolean> {
	const { target, released, id } = introduction;
	if (released.length === 0) return false;
	const release = { details: released.map(detailOf), through: view.connector.name };
	const keepIn = (contactId: string) => addReleasedDetails(db, actor, contactId, release, now);
	if (target.contactId && (await keepIn(target.contactId))) return true;
	const { company, position } = target;
	const draft = bareDraft({ ...splitName(target.name), company, position });
	const created = await createContact(db, actor, draft, now);
	if (!created.ok) return false;
	await db
		.updateTable('introductions')
		.set({ targetContactId: created.id })
		.where('communityId', '=', actor.communityId)
		.where('id', '=', id)
		.execute();
	return keepIn(created.id);
}

function detailOf({ kind, value }: Released): DetailDraft & { kind: 'email' | 'phone' } {
	return { kind, value: sayDetail({ kind, value }), normalised: value };
}

/** A released detail as people write it: a phone number in its international form. */
export function sayDetail({ kind, value }: Pick<Released, 'kind' | 'value'>): string {
	const phone = kind === 'phone' ? normalisePhone(value) : null;
	return phone?.ok ? phone.display : value;
}
