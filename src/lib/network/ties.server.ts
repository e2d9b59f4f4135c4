import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { type Kept, type Said, type Trace, tracesOf } from '#lib/network/memory.ts';
import { bookOf } from '#lib/people/book.ts';

type Known = Said & { id: string };

/**
 * What this member knows of their ties to these contacts, by contact id. Give contacts as read from
 * their own book: of others no evidence is ever read, and what was given says the rest.
 */
export async function tiesTo(
	db: Kysely<Database>,
	actor: Actor,
	contacts: readonly Known[]
): Promise<Map<string, Fact[]>> {
	const traces = await tracesTo(db, actor, contacts);
	return new Map([...traces].map(([id, all]) => [id, all.map(({ fact }) => fact)]));
}

/** The same, each fact with where it comes from. */
export async function tracesTo(
	db: Kysely<Database>,
	actor: Actor,
	contacts: readonly Known[]
): Promise<Map<string, Trace[]>> {
	const ids = contacts.map(({ id }) => id);
	const evidence = await evidenceOf(db, actor, ids);
	return new Map(
		contacts.map((contact) => [contact.id, tracesOf(contact, evidence.get(contact.id) ?? [])])
	);
}

async function evidenceOf(
	db: Kysely<Database>,
	actor: Actor,
	ids: string[]
): Promise<Map<string, Kept[]>> {
	const book = bookOf(actor, 'read_contact');
	const found = new Map<string, Kept[]>();
	if (!book || ids.length === 0) return found;
	const rows = await db
		.selectFrom('evidence')
		.innerJoin('contacts', (join) =>
			join
				.onRef('contacts.communityId', '=', 'evidence.communityId')
				.onRef('contacts.id', '=', 'evidence.contactId')
		)
		.select([
			'evidence.contactId',
			'evidence.fact',
			'evidence.importId',
			'evidence.file',
			'evidence.line'
		])
		.where('evidence.communityId', '=', book.communityId)
		.where('contacts.ownerId', '=', book.ownerId)
		.where('evidence.contactId', 'in', ids)
		.orderBy('evidence.createdAt')
		.orderBy('evidence.id')
		.execute();
	for (const { contactId, fact, importId, file, line } of rows) {
		const source = importId === null ? null : { importId, file, line };
		found.set(contactId, [...(found.get(contactId) ?? []), { fact, source }]);
	}
	return found;
}
