import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { type ContactMap, contactMapOf } from '#lib/network/contact-map.ts';
import { strengthsOf } from '#lib/network/tie-strengths.server.ts';
import { tieStrength, type TieStrength } from '#lib/network/tie-strength.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import { toldStrength, type ToldStrength } from '#lib/network/told-strength.ts';
import type { TieWord } from '#lib/i18n/strength-sentence.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';
import { listCompanies } from '#lib/people/company-list.server.ts';
import { lineColumns } from '#lib/people/contact-list.server.ts';
import { workOf } from '#lib/people/work-of.ts';

/** All of this member's contacts as they stand on the map; an empty one for anybody else. */
export async function mapOf(db: Kysely<Database>, actor: Actor): Promise<ContactMap> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return contactMapOf([]);
	const [people, companies] = await Promise.all([peopleIn(db, book), listCompanies(db, actor, '')]);
	const shownAs = new Map(
		companies.flatMap(({ name, spellings }) =>
			spellings.flatMap(({ written }) => written.map((one): [string, string] => [one, name]))
		)
	);
	return contactMapOf(
		people.map(({ id, name, company, said, told }) => ({
			id,
			name,
			company: shownAs.get(company) ?? company.trim(),
			strength: said ? strengthSaid(said) : (told ?? merelyConnected)
		}))
	);
}

/** What the map and its list say of one contact. */
export interface LineOnMap {
	id: string;
	name: string;
	work: string;
	strength: ToldStrength;
}

/** The lines of these contacts, in the order asked for; those that are not this member's are left out. */
export async function linesOnMap(
	db: Kysely<Database>,
	actor: Actor,
	ids: readonly string[],
	{ now, locale }: { now: Date; locale: Locale }
): Promise<LineOnMap[]> {
	const book = bookOf(actor, 'read_contact');
	const wanted = ids.filter(isId);
	if (!book || wanted.length === 0) return [];
	const contacts = await linesIn(db, book, wanted);
	const ties = await tiesTo(db, actor, contacts);
	const strengths = await strengthsOf(db, actor, ties, now);
	const lines = new Map<string, LineOnMap>();
	for (const { id, fullName: name, ...work } of contacts) {
		const strength = strengths.get(id);
		if (strength)
			lines.set(id, { id, name, work: workOf(work), strength: toldStrength(strength, locale) });
	}
	return wanted.flatMap((id) => lines.get(id) ?? []);
}

/** A tie without a row is a connection of which nothing else is known. */
const merelyConnected = strengthOf([{ kind: 'connected', on: '' }]).value;

function strengthSaid(said: TieWord): number {
	return strengthOf([], said).value;
}

function strengthOf(facts: Parameters<typeof tieStrength>[0], said?: TieWord): TieStrength {
	return tieStrength(facts, { today: '', ...(said && { said }) });
}

async function peopleIn(db: Kysely<Database>, { communityId, ownerId }: Book) {
	return db
		.selectFrom('contacts')
		.leftJoin('strengths', (join) =>
			join
				.onRef('strengths.communityId', '=', 'contacts.communityId')
				.onRef('strengths.contactId', '=', 'contacts.id')
		)
		.select(['contacts.id', 'fullName as name', 'company', 'said', 'told'])
		.where('contacts.communityId', '=', communityId)
		.where('contacts.ownerId', '=', ownerId)
		.where('deletedAt', 'is', null)
		.execute();
}

function linesIn(db: Kysely<Database>, { communityId, ownerId }: Book, ids: readonly string[]) {
	return db
		.selectFrom('contacts')
		.select(lineColumns)
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('deletedAt', 'is', null)
		.where('id', '=', sql<string>`any(${ids}::uuid[])`)
		.execute();
}
