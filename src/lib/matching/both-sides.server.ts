import { type RawBuilder, sql } from 'kysely';
import { toldOdds } from '#lib/matching/likelihood.ts';
import { readReasons } from '#lib/matching/merge-record.ts';
import { toldReasons } from '#lib/matching/person-reasons.ts';
import type { PersonPair } from '#lib/matching/person-sides.ts';
import type { Book } from '#lib/people/book.ts';
import { companyKey } from '#lib/people/company-name.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';

/** A pair as the queries of this room read it. */
export interface SideRow {
	mineId: string;
	mineName: string;
	mineCompany: string;
	minePosition: string;
	theirsId: string;
	theirsName: string;
	theirsCompany: string;
	theirsPosition: string;
	ownerId: string;
	ownerName: string;
	reasons: unknown;
}

/** The columns of a SideRow but its reasons; see `bothSides`. */
export const sideColumns = sql`mine.id as "mineId", mine.full_name as "mineName",
	mine.company as "mineCompany", mine.position as "minePosition", theirs.id as "theirsId",
	theirs.full_name as "theirsName", theirs.company as "theirsCompany",
	theirs.position as "theirsPosition", theirs.owner_id as "ownerId", owner.name as "ownerName"`;

/**
 * The one door to another member's contact in this room: joins `mine` and `theirs` to the pairs of a
 * subquery `p (mine_id, theirs_id)`, where the one shows in this book and the other is visible now. An
 * address in the place of a name is no name.
 */
export function bothSides({ communityId, ownerId }: Book) {
	return sql`join contacts mine on mine.community_id = ${communityId} and mine.id = p.mine_id
			and mine.owner_id = ${ownerId} and mine.deleted_at is null
		join contacts theirs on theirs.community_id = ${communityId} and theirs.id = p.theirs_id
			and theirs.owner_id <> ${ownerId} and theirs.deleted_at is null
			and theirs.sharing = 'visible' and theirs.full_name !~ '@|^[^[:alpha:]]*$'
		join members owner on owner.community_id = ${communityId} and owner.id = theirs.owner_id
			and owner.removed_at is null`;
}

/** Those with these words in one's own contact, or in what the other member shows of theirs. */
export function sidesNamed(query: string): RawBuilder<unknown> {
	// Words hold letters and digits only (see queryWords), so that nothing in a pattern needs escaping.
	const named = queryWords(query).map(
		(word) => sql`mine.search_text || ' ' || folded(theirs.full_name || ' ' || theirs.company
			|| ' ' || owner.name) like ${`%${word}%`}`
	);
	return named.length === 0 ? sql`true` : sql.join(named, sql` and `);
}

/** The odds of a row in bits, by what may be told of it. */
export function toldOddsOf(row: SideRow & { odds: number }): number {
	const reasons = readReasons(row.reasons);
	return toldOdds(row.odds, reasons, toldReasons(reasons, isSameCompany(row)));
}

function isSameCompany({ mineCompany, theirsCompany }: SideRow): boolean {
	return mineCompany !== '' && companyKey(mineCompany) === companyKey(theirsCompany);
}

/** A row as its two sides. */
export function sidesOf(row: SideRow): PersonPair {
	return {
		mine: {
			id: row.mineId,
			fullName: row.mineName,
			company: row.mineCompany,
			position: row.minePosition
		},
		theirs: {
			id: row.theirsId,
			fullName: row.theirsName,
			company: row.theirsCompany,
			position: row.theirsPosition,
			ownerId: row.ownerId,
			ownerName: row.ownerName
		},
		reasons: toldReasons(readReasons(row.reasons), isSameCompany(row))
	};
}
