import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

interface MemberKey {
	communityId: string;
	memberId: string;
}

/**
 * What files told of a member beside contacts: where they worked and studied, how files call them,
 * what was exchanged with whom on which days, the rows that could not be read, and what they said of
 * companies' names.
 */
export async function exportSources(db: Kysely<Database>, key: MemberKey) {
	const { communityId, memberId } = key;
	return {
		careers: await db
			.selectFrom('careers')
			.select(['kind', 'place', 'title', 'startedOn', 'endedOn', 'importId', 'file', 'line'])
			.where('communityId', '=', communityId)
			.where('memberId', '=', memberId)
			.orderBy('startedOn')
			.orderBy('id')
			.execute(),
		ownNames: await db
			.selectFrom('ownNames')
			.select(['kind', 'value', 'importId'])
			.where('communityId', '=', communityId)
			.where('memberId', '=', memberId)
			.orderBy('kind')
			.orderBy('value')
			.execute(),
		companyDecisions: await db
			.selectFrom('companyDecisions')
			.select(['one', 'other', 'decision', 'decidedAt'])
			.where('communityId', '=', communityId)
			.where('ownerId', '=', memberId)
			.orderBy('decidedAt')
			.execute(),
		correspondents: await exportCorrespondents(db, key),
		refusedRows: await db
			.selectFrom('importRefusals')
			.innerJoin('imports', (join) =>
				join
					.onRef('imports.communityId', '=', 'importRefusals.communityId')
					.onRef('imports.id', '=', 'importRefusals.importId')
			)
			.select(['importId', 'file', 'line', 'reason', 'excerpt'])
			.where('importRefusals.communityId', '=', communityId)
			.where('imports.memberId', '=', memberId)
			// The others are places in a file, and may be millions.
			.where('excerpt', '<>', '')
			.orderBy('importId')
			.orderBy('ordinal')
			.execute()
	};
}

interface Correspondent {
	fullName: string;
	email: string;
	profile: string;
	contactId: string | null;
	/** The days of all that is alike otherwise: a mailbox holds a million. */
	exchanges: unknown;
}

async function exportCorrespondents(
	db: Kysely<Database>,
	{ communityId, memberId }: MemberKey
): Promise<Correspondent[]> {
	const { rows } = await sql<Correspondent>`
		with alike as (
			select correspondent_id, jsonb_build_object('kind', kind, 'direction', direction,
				'people', size, 'note', note, 'about', about, 'importId', import_id, 'file', file,
				'days', string_agg(coalesce(happened_on::text, '?'), ' ' order by happened_on, line)) as told
			from exchanges e
			where community_id = ${communityId} and correspondent_id in (select id from correspondents
				where community_id = ${communityId} and owner_id = ${memberId})
			group by correspondent_id, kind, direction, size, note, about, import_id, file)
		select c.full_name as "fullName", c.email, c.profile, c.contact_id as "contactId",
			coalesce(jsonb_agg(told order by told) filter (where told is not null), '[]') as exchanges
		from correspondents c left join alike on alike.correspondent_id = c.id
		where c.community_id = ${communityId} and c.owner_id = ${memberId}
		group by c.id, c.full_name, c.email, c.profile, c.contact_id, c.key
		order by c.key`.execute(db);
	return rows;
}
