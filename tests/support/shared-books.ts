import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';

/** A contact of a book that others share, as far as a test says something of it. */
export interface SharedDraft {
	id?: string;
	givenName?: string;
	familyName?: string;
	fullName?: string;
	company?: string;
	position?: string;
	email?: string;
	phone?: string;
	profile?: string;
	sharing?: 'private' | 'blind' | 'visible';
}

/** Puts a contact into a member's book, visible unless it says otherwise; answers its id. */
export async function shareContact(
	db: Kysely<Database>,
	{ communityId, memberId }: Member,
	{ email, phone, profile, ...draft }: SharedDraft
): Promise<string> {
	const names = `${draft.givenName ?? ''} ${draft.familyName ?? ''}`.trim();
	const { id } = await db
		.insertInto('contacts')
		.values({ communityId, ownerId: memberId, fullName: names, sharing: 'visible', ...draft })
		.returning('id')
		.executeTakeFirstOrThrow();
	const details = Object.entries({ email, phone, profile } as const);
	for (const [kind, value] of details)
		if (value !== undefined)
			await db
				.insertInto('contactDetails')
				.values({
					communityId,
					contactId: id,
					kind: kind === 'email' || kind === 'phone' ? kind : 'profile',
					value,
					normalised: value
				})
				.execute();
	return id;
}
