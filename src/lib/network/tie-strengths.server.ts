import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { tieWords, type TieWord } from '#lib/i18n/strength-sentence.ts';
import { outcomesOf } from '#lib/network/outcomes.server.ts';
import { tieStrength, type TieStrength } from '#lib/network/tie-strength.ts';
import { type Book, bookOf, isId } from '#lib/people/book.ts';
import { lockContact } from '#lib/people/contact-save.server.ts';

/**
 * How strong this member's ties to these contacts are now, by contact id. Give what is known of each,
 * as `tiesTo` tells it; of contacts that are not theirs it says what was given and nothing more.
 */
export async function strengthsOf(
	db: Kysely<Database>,
	actor: Actor,
	ties: ReadonlyMap<string, readonly Fact[]>,
	now: Date
): Promise<Map<string, TieStrength>> {
	const book = bookOf(actor, 'read_contact');
	const ids = [...ties.keys()];
	const said = book ? await saidOf(db, book, ids) : new Map<string, TieWord>();
	const outcomes = book ? await outcomesOf(db, book, ids, now) : new Map();
	const today = dayOf(now);
	return new Map(
		[...ties].map(([id, facts]) => {
			const known = outcomes.get(id);
			const weighing = { today, said: said.get(id) ?? null, ...(known && { outcomes: known }) };
			return [id, tieStrength(facts, weighing)];
		})
	);
}

/**
 * The owner's own word of a tie, which outweighs all that is known; null takes it back. False when
 * there is no such contact of this member's.
 */
export function sayStrengthOf(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string,
	said: TieWord | null,
	now: Date
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(contactId)) return Promise.resolve(false);
	return db.transaction().execute(async (trx) => {
		if (!(await lockContact(trx, book, contactId))) return false;
		const word = { said, saidAt: said && now };
		await trx
			.insertInto('strengths')
			.values({ ...book, contactId, ...word })
			.onConflict((on) => on.columns(['communityId', 'contactId']).doUpdateSet(word))
			.execute();
		return true;
	});
}

/** What a form says: a word, null for none, undefined for what is neither. */
export function asTieWord(value: unknown): TieWord | null | undefined {
	return value === '' ? null : tieWords.find((word) => word === value);
}

async function saidOf(
	db: Kysely<Database>,
	{ communityId, ownerId }: Book,
	ids: string[]
): Promise<Map<string, TieWord>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('strengths')
		.select(['contactId', 'said'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.where('contactId', 'in', ids)
		.where('said', 'is not', null)
		.execute();
	return new Map(rows.flatMap(({ contactId, said }) => (said ? [[contactId, said]] : [])));
}
