import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { isDormant, silentSince } from '#lib/network/dormancy.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import { useNow } from '#lib/network/use-now.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';
import { companyKey } from '#lib/people/company-name.ts';
import { type ContactLine, lineColumns } from '#lib/people/contact-list.server.ts';
import { addEvent, lockContact } from '#lib/people/contact-save.server.ts';

/** A tie with real evidence and no exchange for three years or more. */
export interface DormantTie {
	contact: ContactLine;
	facts: Fact[];
}

/** The closest of then are looked at for use now; so many of the best take turns, a day each. */
const closest = 200;
const best = 14;

/**
 * One dormant tie of this member's to dare to wake, the same all day, another of the best the next;
 * null when there is none. Ranked by closeness then and use now. People whom a request of theirs is
 * about already are left out, and those they have set aside.
 */
export async function dormantTie(
	db: Kysely<Database>,
	actor: Actor,
	now: Date
): Promise<DormantTie | null> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return null;
	const today = dayOf(now);
	const requests = await ofRequests(db, book);
	const silent = await silentTies(db, book, today, requests.people);
	const ranked = silent
		.map((contact) => ({ contact, rank: contact.then + useNow(contact, requests.companies) }))
		.toSorted((one, other) => other.rank - one.rank)
		.slice(0, best);
	const contacts = ranked.map(({ contact: { then: _then, ...contact } }) => contact);
	const ties = await tiesTo(db, actor, contacts);
	// What was noted since the last import may have ended a silence.
	const dormant = contacts.filter((contact) =>
		isDormant(ties.get(contact.id) ?? [], contact, today)
	);
	const contact = dormant[Math.floor(Date.parse(today) / 86_400_000) % dormant.length];
	return contact ? { contact, facts: ties.get(contact.id) ?? [] } : null;
}

/** "Not this one": the contact is suggested no more. False when it is none of this member's. */
export function setAside(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string,
	now: Date
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(contactId)) return Promise.resolve(false);
	return db.transaction().execute(async (trx) => {
		if (!(await lockContact(trx, book, contactId))) return false;
		await addEvent(trx, book, contactId, { kind: 'set_aside' }, now);
		return true;
	});
}

function silentTies(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book,
	today: string,
	busy: string[]
) {
	return db
		.selectFrom('silences')
		.innerJoin('contacts', (join) =>
			join
				.onRef('contacts.communityId', '=', 'silences.communityId')
				.onRef('contacts.id', '=', 'silences.contactId')
		)
		.select([
			...lineColumns.map((column) => `contacts.${column}` as const),
			'silences.closeness as then'
		])
		.where('silences.communityId', '=', communityId)
		.where('silences.ownerId', '=', ownerId)
		.where('silences.since', '<', silentSince(today))
		.where('contacts.ownerId', '=', ownerId)
		.where('contacts.deletedAt', 'is', null)
		.where('contacts.mergedInto', 'is', null)
		.where(sql<boolean>`contacts.id <> all(${busy}::uuid[])`)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('contactEvents')
						.select('contactEvents.id')
						.whereRef('contactEvents.communityId', '=', 'silences.communityId')
						.whereRef('contactEvents.contactId', '=', 'silences.contactId')
						.where('contactEvents.kind', '=', 'set_aside')
				)
			)
		)
		.orderBy('silences.closeness', 'desc')
		.limit(closest)
		.execute();
}

/** Whom this member's requests are about, as connector or as target, and where those targets work. */
async function ofRequests(db: Kysely<Database>, { communityId, ownerId }: Book) {
	const rows = await db
		.selectFrom('requests')
		.leftJoin('introductions', (join) =>
			join
				.onRef('introductions.communityId', '=', 'requests.communityId')
				.onRef('introductions.requestId', '=', 'requests.id')
		)
		.select(['connectorContactId', 'targetContactId', 'targetCompany', 'introductions.state'])
		.where('requests.communityId', '=', communityId)
		.where('requests.requesterId', '=', ownerId)
		.execute();
	const ids = rows.flatMap((row) => [row.connectorContactId, row.targetContactId]);
	const open = rows.filter(({ state }) => !closed.has(state ?? ''));
	return {
		people: ids.filter((id) => id !== null),
		companies: new Set(open.map(({ targetCompany }) => companyKey(targetCompany ?? '')))
	};
}

const closed = new Set(['closed', 'thanked', 'withdrawn', 'declined', 'turned_down', 'redirected']);
