import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import { type Derived, factsFrom } from '#lib/network/derive-facts.ts';
import { isRealTie, lastTogether } from '#lib/network/dormancy.ts';
import {
	keepFacts,
	keepSilences,
	type Silence,
	type ToldFact
} from '#lib/network/keep-told.server.ts';
import { loadCareers, loadTold, type ToldContact } from '#lib/network/load-told.server.ts';
import { keepStrengths } from '#lib/network/keep-strengths.server.ts';
import { factsOf } from '#lib/network/memory.ts';
import { outcomesOf } from '#lib/network/outcomes.server.ts';
import { closenessThen } from '#lib/network/strongest-fact.ts';
import { tieStrength, type Outcomes } from '#lib/network/tie-strength.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';
import { companyDecisionsOf } from '#lib/people/company-decisions.server.ts';

type Trx = Transaction<Database>;

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
	const derive = factsFrom(await loadCareers(trx, book), await companyDecisionsOf(trx, book));
	const told = await loadTold(trx, book, contactIds);
	const retold = told.map((contact) => ({ contact, derived: derive(contact) }));
	await keepFacts(trx, book, contactIds, retold.flatMap(factsIn));
	await keepSilences(trx, book, contactIds, retold.flatMap(silenceIn));
	const now = await communityNow(trx, book.communityId);
	const outcomes = await outcomesOf(trx, book, contactIds, now);
	const today = dayOf(now);
	const strengths = retold.flatMap((one) => strengthIn(one, today, outcomes));
	await keepStrengths(trx, book, contactIds, strengths);
}

/** The same for one contact that its owner has just written or edited; nothing for anybody else. */
export async function retellContact(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string
): Promise<void> {
	const book = bookOf(actor, 'change_contact');
	if (book && isId(contactId)) await retellAlone(db, book, [contactId]);
}

/** The same for a whole book, after its owner decided which names are one company. */
export async function retellBook(db: Kysely<Database>, actor: Actor): Promise<void> {
	const book = bookOf(actor, 'change_contact');
	if (book) await retellAlone(db, book, 'all');
}

async function retellAlone(
	db: Kysely<Database>,
	book: Book,
	contactIds: readonly string[] | 'all'
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		// Not while a file is read into the same book.
		await trx
			.selectFrom('members')
			.select('id')
			.where('communityId', '=', book.communityId)
			.where('id', '=', book.ownerId)
			.forNoKeyUpdate()
			.execute();
		await retellTies(trx, book, contactIds);
	});
}

interface Retold {
	contact: ToldContact;
	derived: Derived[];
}

function factsIn({ contact, derived }: Retold): ToldFact[] {
	return derived.map((each) => ({ contactId: contact.id, ...each }));
}

function silenceIn({ contact, derived }: Retold): Silence[] {
	const told = derived.map(({ fact }) => fact);
	const isReal = isRealTie(told) || isRealTie(factsOf(contact, contact.kept));
	if (!isReal) return [];
	const facts = factsOf(contact, [...contact.kept, ...told]);
	const since = lastTogether(facts, contact);
	return [{ contactId: contact.id, since, closeness: closenessThen(facts) }];
}

/** Of a mere connection nothing is kept: most of a book is that. */
function strengthIn(
	{ contact, derived }: Retold,
	today: string,
	outcomes: ReadonlyMap<string, Outcomes>
) {
	const facts = factsOf(contact, [...contact.kept, ...derived.map(({ fact }) => fact)]);
	const known = outcomes.get(contact.id);
	if (!known && facts.every(({ kind }) => kind === 'none' || kind === 'connected')) return [];
	const { value } = tieStrength(facts, { today, ...(known && { outcomes: known }) });
	// Time alone is no reason to write a row anew each day.
	return [{ contactId: contact.id, told: Math.round(value * 100) / 100 }];
}
