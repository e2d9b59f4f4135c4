import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import { factsOf } from '#lib/network/memory.ts';
import type { OwnTie } from '#lib/network/path-knowledge.ts';
import type { TieRow } from '#lib/network/tie-rows.server.ts';
import { strengthsOf } from '#lib/network/tie-strengths.server.ts';

/** What these contacts are to the member whose they are, by the people; of two contacts the stronger. */
export async function ownTies(
	db: Kysely<Database>,
	actor: Actor,
	rows: readonly TieRow[],
	now: Date
): Promise<Map<Somebody, OwnTie>> {
	const found = new Map<Somebody, OwnTie>();
	if (rows.length === 0) return found;
	const ties = new Map(rows.map((row) => [row.id, factsOf(row, row.facts)]));
	const strengths = await strengthsOf(db, actor, ties, now);
	for (const { id, known, fullName: name, company, position } of rows) {
		const strength = strengths.get(id);
		if (!strength || strength.value <= (found.get(known)?.strength.value ?? 0)) continue;
		const facts = ties.get(id) ?? [];
		found.set(known, { contactId: id, name, company, position, strength, facts });
	}
	return found;
}
