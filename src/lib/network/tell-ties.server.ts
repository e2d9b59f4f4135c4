import { type RawBuilder, sql } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import { isProvedMember } from '#lib/network/member-row.server.ts';
import { factsOf, type Said } from '#lib/network/memory.ts';
import { type ForeignTie, type NamedMember, nameOfTie } from '#lib/network/path-knowledge.ts';
import { type TieKind, tieKind } from '#lib/network/tie-kind.ts';
import { ownerRow, sharedColumns, type SharedRow } from '#lib/people/shared-row.server.ts';
import { shownTo } from '#lib/people/shown-to.ts';

/** A tie of another member, as it is kept. */
export type ForeignTieRow = SharedRow &
	Said & {
		known: Somebody;
		facts: unknown[];
		ownerHeadline: string;
	};

/** What is told of other members' ties. */
export interface ToldTies {
	/** As nameOfTie calls them. */
	kinds: Map<string, TieKind>;
	/** The members whose ties these are, by id. */
	owners: Map<string, NamedMember>;
}

/**
 * Of what kind these ties of other members are. Their evidence ends here and nothing of it leaves but
 * the kind; a tie that is not shown to this actor has none.
 */
export function tellTies(actor: Actor, rows: readonly ForeignTieRow[]): ToldTies {
	const [kinds, owners] = [new Map<string, TieKind>(), new Map<string, NamedMember>()];
	for (const row of rows) {
		if (shownTo(actor, row).as !== 'visible') continue;
		owners.set(row.ownerId, { name: row.ownerName, headline: row.ownerHeadline });
		const name = nameOfTie(row);
		const kind = tieKind(factsOf(row, row.facts));
		if ((kinds.get(name) ?? 'known') === 'known') kinds.set(name, kind);
	}
	return { kinds, owners };
}

/** The statement that reads ties of other members, with all that tellTies judges. */
export function foreignTieRows(
	{ communityId }: Member,
	ties: readonly ForeignTie[]
): RawBuilder<ForeignTieRow> {
	const wanted = ties.map(({ ownerId, known }) => ({ owner_id: ownerId, known }));
	return sql<ForeignTieRow>`with wanted as (
			select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
				as given (owner_id uuid, known text)
		), found as (
			select w.known, c.id from wanted w join person_contacts p on p.community_id = ${communityId}
				and p.owner_id = w.owner_id and w.known not like 'member %'
				and p.person_id = case when w.known like 'member %' then null else w.known::uuid end
			join contacts c on c.community_id = p.community_id and c.id = p.contact_id
			union
			select w.known, c.id from wanted w join contacts c on c.community_id = ${communityId}
				and c.id = case when w.known like 'member %' then null else w.known::uuid end
				and c.owner_id = w.owner_id
			union
			select w.known, c.id from wanted w join members m on m.community_id = ${communityId}
				and m.id = case when w.known like 'member %' then substr(w.known, 8)::uuid end
			join contact_details d on d.community_id = m.community_id and d.kind = 'email'
				and d.normalised = m.email
			join contacts c on c.community_id = d.community_id and c.id = d.contact_id
				and c.owner_id = w.owner_id and ${isProvedMember}
		)
		select f.known, ${sharedColumns}, o.headline as "ownerHeadline", c.how_known as "howKnown", c.met_where as "metWhere",
			c.met_on as "metOn", c.closeness, c.connected_on::text as "connectedOn",
			coalesce((select jsonb_agg(e.fact) from evidence e
				where e.community_id = c.community_id and e.contact_id = c.id), '[]') as facts
		from found f join contacts c on c.community_id = ${communityId} and c.id = f.id
		join ${ownerRow}
		where c.sharing = 'visible' and c.deleted_at is null
		order by c.id`;
}
