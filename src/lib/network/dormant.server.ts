import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import { type Book, bookOf } from '#lib/people/book.ts';
import { type ContactLine, lineColumns } from '#lib/people/contact-list.server.ts';

/** A tie with real evidence and no exchange for three years or more. */
export interface DormantTie {
	contact: ContactLine;
	facts: Fact[];
}

const dormantAfter = 3;
const real = ['shared_employer', 'shared_school', 'meeting', 'messages', 'email'];

/**
 * One dormant tie of this member's to dare to wake, the same all day, another the next; null when
 * there is none. People whom a request of theirs is about already are left out.
 */
export async function dormantTie(
	db: Kysely<Database>,
	actor: Actor,
	now: Date
): Promise<DormantTie | null> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return null;
	const id = await chosenOn(db, book, dayOf(now));
	if (!id) return null;
	const contact = await db
		.selectFrom('contacts')
		.select(lineColumns)
		.where('communityId', '=', book.communityId)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	const ties = await tiesTo(db, actor, [contact]);
	return { contact, facts: ties.get(id) ?? [] };
}

const fact = (name: string) => sql<string | null>`evidence.fact ->> ${name}`;

async function chosenOn(db: Kysely<Database>, book: Book, day: string) {
	const limit = `${Number(day.slice(0, 4)) - dormantAfter}${day.slice(4)}`;
	const kind = fact('kind');
	// A recommendation is dated by its day, working together by its end; dates are of any precision.
	const last = sql<string | null>`case ${kind}
		when 'recommendation' then ${fact('on')}
		when 'shared_employer' then coalesce(${fact('to')}, case when ${fact('from')} is not null then ${day} end)
		when 'shared_school' then ${fact('to')}
		else ${fact('last')} end`;
	const recent = (date: ReturnType<typeof fact>) =>
		sql<boolean>`coalesce(${date} >= left(${limit}, length(${date})), false)`;
	const row = await freeContacts(db, book)
		.innerJoin('evidence', (join) =>
			join
				.onRef('evidence.communityId', '=', 'contacts.communityId')
				.onRef('evidence.contactId', '=', 'contacts.id')
		)
		.select('contacts.id')
		.where(sql<boolean>`not ${recent(sql`nullif(contacts.met_on, '')`)}`)
		.where(sql<boolean>`not ${recent(sql`contacts.connected_on::text`)}`)
		.groupBy('contacts.id')
		.having(sql<boolean>`bool_or(${kind} in (${sql.join(real)})) and not bool_or(${recent(last)})`)
		.orderBy(sql`md5(contacts.id::text || ${day})`)
		.executeTakeFirst();
	return row?.id;
}

/** This member's contacts whom no request of theirs is about, as connector or as target. */
function freeContacts(db: Kysely<Database>, { communityId, ownerId }: Book) {
	return db
		.selectFrom('contacts')
		.where('contacts.communityId', '=', communityId)
		.where('contacts.ownerId', '=', ownerId)
		.where('contacts.deletedAt', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('requests')
						.leftJoin('introductions', (join) =>
							join
								.onRef('introductions.communityId', '=', 'requests.communityId')
								.onRef('introductions.requestId', '=', 'requests.id')
						)
						.select('requests.id')
						.where('requests.communityId', '=', communityId)
						.where('requests.requesterId', '=', ownerId)
						.where(({ eb, or, ref }) =>
							or([
								eb('requests.connectorContactId', '=', ref('contacts.id')),
								eb('introductions.targetContactId', '=', ref('contacts.id'))
							])
						)
				)
			)
		);
}
