import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { isId } from '#lib/people/book.ts';

/**
 * Why a contact outlives the import that created it. `asked`: a request or an introduction is about
 * them; `edited`: something was written by hand; `known`: it is noted whom they know, or who knows
 * them; `other_file`: another import says something of them as well.
 */
const stayReasons = ['asked', 'edited', 'known', 'other_file'] as const;
export type StayReason = (typeof stayReasons)[number];

/**
 * Contacts `k` of one import that something else touches, as SQL: `id`, and the place of the reason
 * in `stayReasons`; one contact once for each thing. A query of its own for each thing, since the
 * database checks them by the ten thousand only so.
 */
export function touchedBeside(created: RawBuilder<unknown>, importId: string): RawBuilder<unknown> {
	const here = sql`v.community_id = k.community_id`;
	const ofContact = sql`${here} and v.contact_id = k.id`;
	const touches = (reason: StayReason, table: string, how: RawBuilder<unknown>) =>
		sql`select k.id, ${sql.lit(stayReasons.indexOf(reason))}::integer as reason from contacts k
			where ${created} and exists (select from ${sql.table(table)} v where ${how})`;
	const said = (reason: StayReason, whose: RawBuilder<unknown>) => [
		touches(reason, 'contact_details', sql`${ofContact} and ${whose}`),
		touches(reason, 'positions', sql`${ofContact} and ${whose}`),
		touches(reason, 'evidence', sql`${ofContact} and not v.derived and ${whose}`)
	];
	const otherImport = sql`v.kind = 'imported' and v.detail ->> 'importId' is distinct from ${importId}`;
	const all = [
		touches('asked', 'requests', sql`${here} and v.connector_contact_id = k.id`),
		touches('asked', 'introductions', sql`${here} and v.target_contact_id = k.id`),
		...said('edited', sql`v.import_id is null`),
		touches('edited', 'contact_events', sql`${ofContact} and v.kind not in ('imported', 'shared')`),
		touches('known', 'acquaintances', sql`${here} and v.connector_id = k.id`),
		touches('known', 'acquaintances', sql`${here} and v.target_id = k.id`),
		...said('other_file', sql`v.import_id <> ${importId}`),
		touches('other_file', 'contact_events', sql`${ofContact} and ${otherImport}`)
	];
	return sql.join(all, sql` union all `);
}

/** Some of those who stay, and why. */
export interface Staying {
	reason: StayReason;
	count: number;
	/** The first few, by name. */
	names: string[];
}

const mostNames = 5;

/**
 * Who of those whom an import of this member's created would stay, or has stayed, after it is
 * undone: each under the first reason that holds.
 */
export async function whoStays(
	db: Kysely<Database>,
	actor: Actor,
	importId: string
): Promise<Staying[]> {
	if (actor.kind !== 'member' || !isId(importId)) return [];
	const created = sql`k.community_id = ${actor.communityId} and k.owner_id = ${actor.memberId}
		and k.import_id = ${importId} and k.deleted_at is null`;
	const { rows } = await sql<Omit<Staying, 'reason'> & { reason: number }>`
		with touched as (${touchedBeside(created, importId)}),
			first as (select id, min(reason) as reason from touched group by id)
		select first.reason, count(*)::integer as count,
			(array_agg(full_name order by full_name))[1:${sql.lit(mostNames)}] as names
		from first join contacts on contacts.community_id = ${actor.communityId}
			and contacts.id = first.id
		group by first.reason order by first.reason`.execute(db);
	return rows.flatMap((row) => {
		const reason = stayReasons[row.reason];
		return reason ? [{ ...row, reason }] : [];
	});
}
