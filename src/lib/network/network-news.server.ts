import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/** Up to where changes were seen, of the database in which transactions are numbered so. */
export interface Seen {
	epoch: string;
	/** What was committed at that moment, as PostgreSQL writes a snapshot. */
	snapshot: string;
}

/** Whose book changed; or, of a member, who they are. */
export interface NetworkChange {
	ownerId: string;
	ofMember: boolean;
}

/** What happened since, until the moment of `seen`; 'unknown' where only reading all anew tells. */
export type News = { seen: Seen; changes: NetworkChange[] | 'unknown' };

/** Before anything is seen; nothing was, so that everything is unknown. */
export const nothingSeen: Seen = { epoch: '', snapshot: '1:1:' };

/** What changed in a community since something was seen; null when there is no such community. */
export async function newsSince(
	db: Kysely<Database>,
	communityId: string,
	{ epoch, snapshot }: Seen
): Promise<News | null> {
	// Numbers that are ahead of the database's own are of one that was put back to an earlier day.
	const { rows } = await sql<Row>`
		select e.epoch, pg_current_snapshot()::text as snapshot,
			pg_snapshot_xmin(${snapshot}::pg_snapshot) > e.forgotten
				and pg_snapshot_xmax(${snapshot}::pg_snapshot)
					<= pg_snapshot_xmax(pg_current_snapshot()) as "isKnown",
			coalesce((select json_agg(c) from (
				select distinct n.owner_id as "ownerId", n.of_member as "ofMember"
				from network_changes n where ${unseen(snapshot)}
					and n.community_id = e.community_id) c), '[]') as changes
		from network_epochs e where e.community_id = ${communityId}`.execute(db);
	const [row] = rows;
	if (!row) return null;
	const seen = { epoch: row.epoch, snapshot: row.snapshot };
	return { seen, changes: row.isKnown && row.epoch === epoch ? row.changes : 'unknown' };
}

interface Row extends Seen {
	isKnown: boolean;
	changes: NetworkChange[];
}

function unseen(snapshot: string) {
	return sql`n.tx >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
		and not pg_visible_in_snapshot(n.tx, ${snapshot}::pg_snapshot)`;
}

/** Gives a community the epoch by which its changes are counted; false when there is no such community. */
export async function beginEpoch(db: Kysely<Database>, communityId: string): Promise<boolean> {
	await sql`insert into network_epochs (community_id)
		select id from communities where id = ${communityId} on conflict do nothing`.execute(db);
	const { rows } = await sql`select from communities where id = ${communityId}`.execute(db);
	return rows.length > 0;
}

/** Changes are kept so long, for whoever starts again from what they had seen. */
const keptDays = 3;

/** Forgets old changes; who had not seen them reads all anew. Nightly. */
export async function forgetChanges(db: Kysely<Database>, now: Date): Promise<void> {
	const before = new Date(now.getTime() - keptDays * 24 * 60 * 60_000);
	await sql`with gone as (
			delete from network_changes where changed_at < ${before}
				and tx < pg_snapshot_xmin(pg_current_snapshot())
			returning community_id, tx
		), latest as (
			select distinct on (community_id) community_id, tx from gone order by community_id, tx desc
		)
		update network_epochs e set forgotten = l.tx from latest l
		where l.community_id = e.community_id and l.tx > e.forgotten`.execute(db);
}
