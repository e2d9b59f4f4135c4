import { type Kysely, type Transaction, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import { type Book, bookOf } from '#lib/people/book.ts';
import { addEvent, lockContact } from '#lib/people/contact-save.server.ts';

/**
 * Notes that this member wrote to a contact of theirs today, by their own hand: the day becomes a
 * trace of the tie, which is dormant no longer; the words are not kept. Said twice on one day it
 * counts once. False when there is no such contact of this member's.
 */
export function noteMessage(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string,
	now: Date
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	if (!book) return Promise.resolve(false);
	return db.transaction().execute(async (trx) => {
		if (!(await lockContact(trx, book, contactId))) return false;
		if (await keepDay(trx, book, contactId, now))
			await addEvent(trx, book, contactId, { kind: 'written' }, now);
		return true;
	});
}

/** What the member noted by hand is one piece of evidence, beside those of the files; false when the day stands there already. */
async function keepDay(
	trx: Transaction<Database>,
	{ communityId }: Book,
	contactId: string,
	now: Date
): Promise<boolean> {
	const today = dayOf(now);
	const own = await trx
		.selectFrom('evidence')
		.select(['id', sql<string | null>`fact ->> 'last'`.as('last')])
		.where('communityId', '=', communityId)
		.where('contactId', '=', contactId)
		.where('importId', 'is', null)
		.where(sql<boolean>`fact ->> 'kind' = 'messages' and fact ->> 'by' = 'hand'`)
		.executeTakeFirst();
	if (own?.last === today) return false;
	if (own)
		await trx
			.updateTable('evidence')
			.set({
				fact: sql`fact || jsonb_build_object('last', ${today}::text, 'count', (fact ->> 'count')::int + 1)`
			})
			.where('communityId', '=', communityId)
			.where('id', '=', own.id)
			.execute();
	else await addFirst(trx, communityId, contactId, today, now);
	return true;
}

async function addFirst(
	trx: Transaction<Database>,
	communityId: string,
	contactId: string,
	today: string,
	createdAt: Date
): Promise<void> {
	const fact = { kind: 'messages', count: 1, first: today, last: today, by: 'hand' };
	await trx
		.insertInto('evidence')
		.values({ communityId, contactId, fact: JSON.stringify(fact), createdAt })
		.execute();
}
