import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Leaf } from '#lib/matching/merged-trees.ts';
import type { Book } from '#lib/people/book.ts';

/**
 * What a member chose for a contact itself keeps it as close when it is hidden behind another: the one
 * that shows tells no more than the closest of these. Separating them opens nothing again: only a
 * member does.
 */
export async function keepTightest(
	trx: Transaction<Database>,
	{ communityId }: Book,
	leaves: readonly Leaf[]
): Promise<void> {
	if (leaves.length === 0) return;
	const rows = JSON.stringify(leaves.map(({ id, root }) => ({ id, root })));
	const levels = sql`array['private', 'blind', 'visible']`;
	await sql`update contacts k
		set sharing = (${levels})[tightest.level], sharing_by = 'contact', sharing_change = null
		from (select r.root, min(array_position(${levels}, m.sharing)) as level
			from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, root uuid)
			join contacts m on m.community_id = ${communityId} and m.id = r.id
			where m.sharing_by = 'contact' group by r.root) tightest
		where k.community_id = ${communityId} and k.id = tightest.root
			and array_position(${levels}, k.sharing) > tightest.level`.execute(trx);
}
