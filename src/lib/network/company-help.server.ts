import { type Kysely, sql } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { membersAmong } from '#lib/network/members-among.server.ts';
import { bookOf } from '#lib/people/book.ts';
import { companyKey } from '#lib/people/company-name.ts';
import { queryWords } from '#lib/people/contact-search-text.ts';
import { sharedColumns, sharedFrom, type SharedRow } from '#lib/people/shared-row.server.ts';
import { shownTo } from '#lib/people/shown-to.ts';

/** What may lead to somebody at a company where no path does. */
export interface CompanyHelp {
	company: string;
	/** Members by how many people there they let this one see, at most three. */
	best: { memberId: string; name: string; count: number }[];
	/** Contacts of one's own who are there, or were, and are no members: at most three. */
	invite: { contactId: string; name: string; isThere: boolean }[];
}

const most = 3;

/** Who knows this company best, in whatever spelling, and who could be invited; null where nobody. */
export async function companyHelp(
	db: Kysely<Database>,
	actor: Actor,
	company: string
): Promise<CompanyHelp | null> {
	const words = queryWords(companyKey(company.slice(0, 300)));
	if (actor.kind !== 'member' || words.length === 0) return null;
	const [best, invite] = await Promise.all([
		bestAt(db, actor, company, words),
		toInvite(db, actor, company, words)
	]);
	if (best.known.length + invite.length === 0) return null;
	const spelled = invite.find(({ isThere }) => isThere)?.company ?? best.company;
	return {
		company: spelled ?? company,
		best: best.known,
		invite: invite.map(({ contactId, name, isThere }) => ({ contactId, name, isThere }))
	};
}

async function bestAt(
	db: Kysely<Database>,
	actor: Member,
	company: string,
	words: readonly string[]
) {
	const asked = words.map((word) => `${word}:*`).join(' & ');
	const { rows } = await sql<SharedRow>`select ${sharedColumns} from ${sharedFrom}
		where c.community_id = ${actor.communityId} and c.owner_id <> ${actor.memberId}
			and c.sharing = 'visible' and c.deleted_at is null
			and to_tsvector('simple', folded(c.full_name || ' ' || c.company || ' ' || c.position))
				@@ to_tsquery('simple', ${asked})
		order by c.id limit 1000`.execute(db);
	const there = rows.filter((row) => {
		const shown = shownTo(actor, row);
		return shown.as === 'visible' && companyKey(shown.company) === companyKey(company);
	});
	const known = [...Map.groupBy(there, ({ ownerId }) => ownerId)]
		.map(([memberId, rowsOfOne]) => ({
			memberId,
			name: rowsOfOne[0]?.ownerName ?? '',
			count: rowsOfOne.length
		}))
		.toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name))
		.slice(0, most);
	return { known, company: there[0]?.company };
}

interface OwnRow {
	contactId: string;
	personId: null;
	name: string;
	company: string;
}

async function toInvite(
	db: Kysely<Database>,
	actor: Member,
	company: string,
	words: readonly string[]
) {
	const book = bookOf(actor, 'read_contact');
	if (!book) return [];
	const each = words.map((word) => sql`' ' || c.search_text like ${`% ${word}%`}`);
	const { rows } = await sql<OwnRow>`select c.id as "contactId", null as "personId",
			c.full_name as name, c.company
		from contacts c left join strengths s on s.community_id = c.community_id and s.contact_id = c.id
		where c.community_id = ${book.communityId} and c.owner_id = ${book.ownerId}
			and c.deleted_at is null and ${sql.join(each, sql` and `)}
		order by s.told desc nulls last, c.id limit 50`.execute(db);
	const members = await membersAmong(db, actor, rows);
	return rows
		.filter(({ contactId }) => !members.has(contactId))
		.map((row) => ({ ...row, isThere: companyKey(row.company) === companyKey(company) }))
		.toSorted((one, other) => Number(other.isThere) - Number(one.isThere))
		.slice(0, most);
}
