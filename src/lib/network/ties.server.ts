import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { type Said, factsOf } from '#lib/network/memory.ts';
import { bookOf } from '#lib/people/book.ts';

/**
 * What this member knows of their ties to these contacts, by contact id. Give contacts as read from
 * their own book: of others no evidence is ever read, and what was given says the rest.
 */
export async function tiesTo(
	db: Kysely<Database>,
	actor: Actor,
	contacts: readonly (Said & { id: string })[]
): Promise<Map<string, Fact[]>> {
	const evidence = await evidenceOf(
		db,
		actor,
		contacts.map((contact) => contact.id)
	);
	return new Map(
		contacts.map((contact) => [contact.id, factsOf(contact, evidence.get(contact.id) ?? [])])
	);
}

async function evidenceOf(
	db: Kysely<Database>,
	actor: Actor,
	ids: string[]
): Promise<Map<string, unknown[]>> {
	const book = bookOf(actor, 'read_contact');
	const found = new Map<string, unknown[]>();
	if (!book || ids.length === 0) return found;
	const rows = await db
		.selectFrom('evidence')
		.innerJoin('contacts', (join) =>
			join
				.onRef('contacts.communityId', '=', 'evidence.communityId')
				.onRef('contacts.id', '=', 'evidence.contactId')
		)
		.select(['evidence.contactId', 'evidence.fact'])
		.where('evidence.communityId', '=', book.communityId)
		.where('contacts.ownerId', '=', book.ownerId)
		.where('evidence.contactId', 'in', ids)
		.orderBy('evidence.createdAt')
		.orderBy('evidence.id')
		.execute();
	for (const { contactId, fact } of rows)
		found.set(contactId, [...(found.get(contactId) ?? []), fact]);
	return found;
}
