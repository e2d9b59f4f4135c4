import { type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { ofBook } from '#lib/network/load-told.server.ts';
import type { Book } from '#lib/people/book.ts';

/** How strong a tie is by what is known, above 0 and below 1. */
interface ToldStrength {
	contactId: string;
	told: number;
}

/** Lets these and no others be the strengths that evidence tells; what owners say stays. */
export async function keepStrengths(
	trx: Transaction<Database>,
	book: Book,
	ids: readonly string[] | 'all',
	strengths: readonly ToldStrength[]
): Promise<void> {
	const rows = strengths.map(({ contactId, told }) => ({ contact_id: contactId, told }));
	const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
		(contact_id uuid, told real)`;
	await trx
		.updateTable('strengths')
		.set({ told: null })
		.where('communityId', '=', book.communityId)
		.where('told', 'is not', null)
		.where('contactId', 'in', ofBook(trx, book, ids).select('contacts.id'))
		.where(sql<boolean>`contact_id not in (select given.contact_id from ${given})`)
		.execute();
	await trx
		.deleteFrom('strengths')
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('told', 'is', null)
		.where('said', 'is', null)
		.execute();
	if (rows.length === 0) return;
	await sql`insert into strengths as kept (community_id, owner_id, contact_id, told)
		select ${book.communityId}, ${book.ownerId}, given.* from ${given}
		on conflict (community_id, contact_id) do update set told = excluded.told
			where kept.told is distinct from excluded.told`.execute(trx);
}
