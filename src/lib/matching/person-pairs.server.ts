import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Link } from '#lib/matching/person-groups.ts';
import { type IdPair, linkOdds, type PersonLikeness } from '#lib/matching/person-likeness.ts';

type Trx = Transaction<Database>;

export type Zone = 'joined' | 'asked' | 'apart';

/** A pair as it is kept. */
export interface KeptPair extends Link {
	/** Of two shared contacts; else one of them is private. */
	shared: boolean;
	zone: Zone;
}

/** One that was just found. */
export interface FoundPair extends PersonLikeness, KeptPair {
	oneOwnerId: string;
	otherOwnerId: string;
	foundAt: Date;
}

const pairColumns = sql`one_id as "oneId", other_id as "otherId", odds, decision, shared, zone`;

/** Every pair with one of these contacts. */
export async function pairsWith(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<(KeptPair & { foundAt: Date })[]> {
	if (ids.length === 0) return [];
	const of = (column: 'one_id' | 'other_id') =>
		sql`select ${pairColumns}, found_at as "foundAt" from person_pairs
			where community_id = ${communityId} and ${sql.ref(column)} = any(${[...ids]}::uuid[])`;
	const { rows } = await sql<
		KeptPair & { foundAt: Date }
	>`${of('one_id')} union ${of('other_id')}`.execute(db);
	return rows;
}

/** Forgets every pair with one of these contacts. */
export async function dropPairs(trx: Trx, communityId: string, ids: readonly string[]) {
	if (ids.length === 0) return;
	for (const column of ['one_id', 'other_id'])
		await sql`delete from person_pairs where community_id = ${communityId}
			and ${sql.ref(column)} = any(${[...ids]}::uuid[])`.execute(trx);
}

/** So many hang together at most; who is further away is looked at another time. */
const mostAround = 20_000;

/** Shared contacts that hang together with these, by pairs that link or that somebody decided. */
export async function linkedWith(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<string[]> {
	if (ids.length === 0) return [];
	const links = sql`p.community_id = ${communityId} and p.shared
		and (p.decision = 'same' or (p.decision is null and p.odds >= ${linkOdds}))`;
	const { rows } = await sql<{ id: string }>`
		with recursive around (id) as (
			select unnest(${[...ids]}::uuid[])
			union
			select next.id from around cross join lateral (
				select p.other_id as id from person_pairs p where p.one_id = around.id and ${links}
				union all
				select p.one_id from person_pairs p where p.other_id = around.id and ${links}) next)
		select id from around limit ${Math.max(ids.length, mostAround)}`.execute(db);
	return rows.map(({ id }) => id);
}

/** The pairs both of whose contacts are among these, and shared. */
export async function pairsAmong(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<KeptPair[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<KeptPair>`select ${pairColumns} from person_pairs
		where community_id = ${communityId} and shared
			and one_id = any(${[...ids]}::uuid[])`.execute(db);
	const among = new Set(ids);
	return rows.filter(({ otherId }) => among.has(otherId));
}

/** The pairs of one of these shared contacts and a private one. */
export async function privatePairsWith(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<KeptPair[]> {
	if (ids.length === 0) return [];
	const of = (column: 'one_id' | 'other_id') => sql`select ${pairColumns} from person_pairs
		where community_id = ${communityId} and not shared
			and ${sql.ref(column)} = any(${[...ids]}::uuid[])`;
	const { rows } = await sql<KeptPair>`${of('one_id')} union all ${of('other_id')}`.execute(db);
	return rows;
}

/** Keeps pairs that were just found. */
export async function keepPairs(trx: Trx, communityId: string, pairs: readonly FoundPair[]) {
	if (pairs.length === 0) return;
	const rows = JSON.stringify(pairs);
	await sql`insert into person_pairs (community_id, one_id, other_id, one_owner_id, other_owner_id,
			shared, odds, reasons, decision, zone, found_at)
		select ${communityId}, r."oneId", r."otherId", r."oneOwnerId", r."otherOwnerId", r.shared, r.odds,
			r.reasons, r.decision, r.zone, r."foundAt"
		from jsonb_to_recordset(${rows}::jsonb) as r ("oneId" uuid, "otherId" uuid, "oneOwnerId" uuid,
			"otherOwnerId" uuid, shared boolean, odds real, reasons jsonb, decision text, zone text,
			"foundAt" timestamptz)
		on conflict (community_id, one_id, other_id) do update set odds = excluded.odds,
			reasons = excluded.reasons, decision = excluded.decision, zone = excluded.zone`.execute(trx);
}

/** Says of pairs in which zone they are now. */
export async function writeZones(
	trx: Trx,
	communityId: string,
	pairs: readonly (IdPair & { zone: Zone })[]
) {
	if (pairs.length === 0) return;
	await sql`update person_pairs p set zone = z.zone
		from unnest(${pairs.map(({ oneId }) => oneId)}::uuid[],
			${pairs.map(({ otherId }) => otherId)}::uuid[], ${pairs.map(({ zone }) => zone)}::text[])
			as z (one, other, zone)
		where p.community_id = ${communityId} and p.one_id = z.one and p.other_id = z.other`.execute(trx);
}
