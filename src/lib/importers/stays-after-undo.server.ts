import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { isId } from '#lib/people/book.ts';

/**
 * Why a contact outlives the import that created it. `asked`: a request or an introduction is about
 * them; `edited`: something was written by hand; `known`: it is noted whom they know, or who knows
 * them; `other_file`: another import says something of them as well.
 */
export const stayReasons = ['asked', 'edited', 'known', 'other_file'] as const;
export type StayReason = (typeof stayReasons)[number];

/** Whether each reason holds for the contact `k` and an import, as SQL. */
export function reasonsToStay(importId: string): Record<StayReason, RawBuilder<boolean>> {
	const here = sql`v.community_id = k.community_id`;
	const ofContact = sql`${here} and v.contact_id = k.id`;
	const event = sql`exists (select from contact_events v where ${ofContact}`;
	const said = (whose: RawBuilder<unknown>) =>
		sql`exists (select from contact_details v where ${ofContact} and ${whose})
			or exists (select from positions v where ${ofContact} and ${whose})
			or exists (select from evidence v where ${ofContact} and not v.derived and ${whose})`;
	return {
		asked: sql<boolean>`(exists (select from requests v where ${here} and v.connector_contact_id = k.id)
			or exists (select from introductions v where ${here} and v.target_contact_id = k.id))`,
		edited: sql<boolean>`(${said(sql`v.import_id is null`)} or ${event} and v.kind <> 'imported'))`,
		known: sql<boolean>`exists (select from acquaintances v where ${here}
			and k.id in (v.connector_id, v.target_id))`,
		other_file: sql<boolean>`(${said(sql`v.import_id <> ${importId}`)}
			or ${event} and v.kind = 'imported' and v.detail ->> 'importId' is distinct from ${importId}))`
	};
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
	const holds = reasonsToStay(importId);
	const cases = stayReasons.map((reason) => sql`when ${holds[reason]} then ${reason}`);
	const { rows } = await sql<Staying & { reason: StayReason }>`
		select reason, count(*)::integer as count,
			(array_agg(full_name order by full_name))[1:${sql.lit(mostNames)}] as names
		from (select k.full_name, case ${sql.join(cases, sql` `)} end as reason from contacts k
			where k.community_id = ${actor.communityId} and k.owner_id = ${actor.memberId}
				and k.import_id = ${importId} and k.deleted_at is null) stays
		where reason is not null group by reason`.execute(db);
	return rows.toSorted((a, b) => stayReasons.indexOf(a.reason) - stayReasons.indexOf(b.reason));
}
