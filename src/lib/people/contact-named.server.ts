import { type Kysely, type Transaction, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf, isId } from '#lib/people/book.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContactWithin, lockContact } from '#lib/people/contact-save.server.ts';
import { searchText } from '#lib/people/search-text.ts';
import { splitName } from '#lib/people/typed-name.ts';

/** Who was meant: an existing contact, a new one, or nobody that can be told. */
export type Named =
	| { ok: true; id: string; created: boolean }
	| { ok: false; refusal: 'name_missing' | 'several' | 'not_found' };

/**
 * The contact that a picker names: by id, else the only one of exactly this name (case and accents
 * aside), else a new one of that name. Several of one name are refused: nobody guesses between people.
 */
export async function contactNamed(
	trx: Transaction<Database>,
	actor: Actor,
	picked: { id: string; name: string },
	now: Date
): Promise<Named> {
	const book = bookOf(actor, 'change_contact');
	if (!book) return { ok: false, refusal: 'not_found' };
	if (picked.id !== '') {
		const found = isId(picked.id) && (await lockContact(trx, book, picked.id));
		return found
			? { ok: true, id: picked.id, created: false }
			: { ok: false, refusal: 'not_found' };
	}
	if (searchText([picked.name]) === '') return { ok: false, refusal: 'name_missing' };
	const [id, ...others] = await namesakes(trx, actor, picked.name);
	if (others.length > 0) return { ok: false, refusal: 'several' };
	if (id) return { ok: true, id, created: false };
	const draft = bareDraft(splitName(picked.name.slice(0, 300)));
	return { ok: true, id: await createContactWithin(trx, book, draft, now), created: true };
}

async function namesakes(db: Kysely<Database>, actor: Actor, name: string): Promise<string[]> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const plain = searchText([name]);
	const rows = await db
		.selectFrom('contacts')
		.select(['id', 'fullName'])
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('deletedAt', 'is', null)
		.where(sql<boolean>`starts_with(search_text, ${plain})`)
		.execute();
	return rows.filter((row) => searchText([row.fullName]) === plain).map((row) => row.id);
}
