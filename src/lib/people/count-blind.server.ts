import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { companyKey } from '#lib/people/company-name.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';
import { sharedColumns, sharedFrom, type SharedRow } from '#lib/people/shared-row.server.ts';
import { asCount, type Count, shownTo } from '#lib/people/shown-to.ts';

/**
 * How many other members know somebody at this company (in whatever spelling) of whom they let others
 * know no more than that. One's own contacts never count, so that nobody lifts a count over its
 * threshold by what they add themselves; a company only, since two overlapping questions could be
 * subtracted.
 */
export async function countBlind(
	db: Kysely<Database>,
	actor: Actor,
	{ company }: { company: string }
): Promise<Count> {
	const key = companyKey(company.slice(0, 300));
	const words = queryWords(key);
	if (actor.kind !== 'member' || words.length === 0) return 'nobody';
	const { rows } = await sql<SharedRow>`select distinct on (c.company, c.owner_id) ${sharedColumns}
		from ${sharedFrom}
		where c.community_id = ${actor.communityId} and c.sharing = 'blind' and c.deleted_at is null
			and c.owner_id <> ${actor.memberId}
			and to_tsvector('simple', folded(c.company)) @@ to_tsquery('simple', ${words.map(spelled).join(' & ')})`.execute(
		db
	);
	const counted = rows.filter((row) => {
		const shown = shownTo(actor, row);
		return shown.as === 'counted' && companyKey(shown.company) === key;
	});
	return asCount(new Set(counted.map((row) => row.ownerId)).size);
}

/** A company's initials stand with points or without: L.V.M.H. is found by lvmh. */
function spelled(word: string): string {
	const letters = [...word];
	return letters.length > 1 && letters.length < 8 ? `(${word} | (${letters.join(' & ')}))` : word;
}
