import { type Kysely, type Transaction, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Derived, factsFrom } from '#lib/network/derive-facts.ts';
import { isRealTie, lastTogether } from '#lib/network/dormancy.ts';
import { loadCareers, loadTold, ofBook, type ToldContact } from '#lib/network/load-told.server.ts';
import { factsOf } from '#lib/network/memory.ts';
import { closenessThen } from '#lib/network/strongest-fact.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** Rows of one statement: a book may hold any number of contacts. */
const batch = 5000;

/**
 * Works out anew what the files of a member tell of their ties to these contacts, or to all of them:
 * call it wherever exchanges, positions, careers or contacts have changed, in the same transaction,
 * with the owner's row locked, as an import and a merge do. Doing it again changes nothing.
 */
export async function retellTies(
	trx: Trx,
	book: Book,
	contactIds: readonly string[] | 'all'
): Promise<void> {
	if (contactIds.length === 0) return;
	await forget(trx, book, contactIds);
	const derive = factsFrom(await loadCareers(trx, book));
	const told = await loadTold(trx, book, contactIds);
	const retold = told.map((contact) => ({ contact, derived: derive(contact) }));
	for (let at = 0; at < retold.length; at += batch) {
		const some = retold.slice(at, at + batch);
		await keepFacts(trx, book, some);
		await keepSilences(trx, book, some);
	}
}

/** The same for one contact that its owner has just written or edited; nothing for anybody else. */
export async function retellContact(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string
): Promise<void> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(contactId)) return;
	await db.transaction().execute(async (trx) => {
		// Not while a file is read into the same book.
		await trx
			.selectFrom('members')
			.select('id')
			.where('communityId', '=', book.communityId)
			.where('id', '=', book.ownerId)
			.forNoKeyUpdate()
			.execute();
		await retellTies(trx, book, [contactId]);
	});
}

async function forget(trx: Trx, book: Book, ids: readonly string[] | 'all'): Promise<void> {
	await trx
		.deleteFrom('evidence')
		.where('communityId', '=', book.communityId)
		.where('derived', '=', true)
		.where('contactId', 'in', ofBook(trx, book, ids).select('contacts.id'))
		.execute();
	await trx
		.deleteFrom('silences')
		.where('communityId', '=', book.communityId)
		.where('contactId', 'in', ofBook(trx, book, ids).select('contacts.id'))
		.execute();
}

interface Retold {
	contact: ToldContact;
	derived: Derived[];
}

async function keepFacts(trx: Trx, { communityId }: Book, retold: Retold[]): Promise<void> {
	const rows = retold.flatMap(({ contact, derived }) =>
		derived.map(({ fact, source }) => ({
			contact_id: contact.id,
			fact,
			import_id: source?.importId ?? null,
			file: source?.file ?? '',
			line: source?.line ?? null
		}))
	);
	if (rows.length === 0) return;
	await sql`insert into evidence (community_id, derived, contact_id, fact, import_id, file, line)
		select ${communityId}, true, row.*
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row
			(contact_id uuid, fact jsonb, import_id uuid, file text, line integer)`.execute(trx);
}

async function keepSilences(
	trx: Trx,
	{ communityId, ownerId }: Book,
	retold: Retold[]
): Promise<void> {
	const rows = retold.flatMap(({ contact, derived }) => {
		const told = derived.map(({ fact }) => fact);
		const isReal = isRealTie(told) || isRealTie(factsOf(contact, contact.kept));
		if (!isReal) return [];
		const facts = factsOf(contact, [...contact.kept, ...told]);
		const since = lastTogether(facts, contact);
		return [{ contact_id: contact.id, since, closeness: closenessThen(facts) }];
	});
	if (rows.length === 0) return;
	await sql`insert into silences (community_id, owner_id, contact_id, since, closeness)
		select ${communityId}, ${ownerId}, row.*
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row
			(contact_id uuid, since text, closeness real)`.execute(trx);
}
