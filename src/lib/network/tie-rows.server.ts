import { type RawBuilder, sql } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import { isProvedMember } from '#lib/network/member-row.server.ts';
import type { Said } from '#lib/network/memory.ts';
import { nameOfTie, type TieEnds } from '#lib/network/path-knowledge.ts';
import { ownerRow, sharedColumns, type SharedRow } from '#lib/people/shared-row.server.ts';

/** How somebody begins who is a member. */
const asMember = 'member ';

/** A tie as it is kept: a contact of its owner who is the one that is known. */
export type TieRow = SharedRow &
	Said & {
		known: Somebody;
		facts: unknown[];
		ownerHeadline: string;
	};

/**
 * The statement that reads these ties, of the member's own book and what others let the community see.
 * All that is known of each is read: what another's says is told by tellTies alone.
 */
export function tieRows(
	{ communityId, memberId: self }: Member,
	ties: readonly TieEnds[]
): RawBuilder<TieRow> {
	const once = [...new Map(ties.map((tie) => [nameOfTie(tie), tie])).values()];
	const members = once.filter(({ known }) => known.startsWith(asMember));
	const others = once.filter(({ known }) => !known.startsWith(asMember));
	// To begin a part of a statement costs as much as what it finds: who is no member is not looked for.
	const toMembers = sql`union all
		select w.owner_id, ${asMember} || m.id, d.contact_id
			from ${given(members)}
			join members m on m.community_id = ${communityId} and m.id = w.known and ${isProvedMember}
			join contact_details d on d.community_id = m.community_id and d.kind = 'email'
				and d.normalised = m.email`;
	return sql<TieRow>`with found (owner_id, known, id) as (
			select w.owner_id, w.known::text, p.contact_id from ${given(others)}
				join person_contacts p on p.community_id = ${communityId} and p.owner_id = w.owner_id
					and p.person_id = w.known
			union all
			select w.owner_id, w.known::text, w.known from ${given(others)}
			${members.length > 0 ? toMembers : sql``})
		select f.known, ${sharedColumns}, o.headline as "ownerHeadline", c.how_known as "howKnown",
			c.met_where as "metWhere", c.met_on as "metOn", c.closeness,
			c.connected_on::text as "connectedOn",
			coalesce((select jsonb_agg(e.fact order by e.created_at, e.id) from evidence e
				where e.community_id = c.community_id and e.contact_id = c.id), '[]') as facts
		from found f join contacts c on c.community_id = ${communityId} and c.id = f.id
			and c.owner_id = f.owner_id
		join ${ownerRow}
		where (c.sharing = 'visible' or c.owner_id = ${self}) and c.deleted_at is null
		order by c.id`;
}

/** Ties as rows, known by their ids alone. */
function given(ties: readonly TieEnds[]) {
	const owners = ties.map(({ ownerId }) => ownerId);
	const known = ties.map((tie) => tie.known.replace(asMember, ''));
	return sql`unnest(${owners}::uuid[], ${known}::uuid[]) as w (owner_id, known)`;
}
