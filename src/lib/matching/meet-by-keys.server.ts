import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type PersonKey, personKeys } from '#lib/matching/person-keys.ts';
import type { PersonFacts } from '#lib/matching/person-facts.server.ts';
import { type IdPair, idPair, pairKey } from '#lib/matching/person-likeness.ts';

type Trx = Transaction<Database>;

/** A contact is compared with so many of others' at most: those with whom it shares most keys that say much. */
const mostCandidates = 12;
/** With those who share parts of a name alone, only where there are hardly any others. */
const mostFaint = 4;
const leastWeight = 1.5;

interface Keyed {
	ids: readonly string[];
	keys: readonly PersonKey[];
}

/** Forgets by which keys these contacts were found. */
export async function dropKeys(trx: Trx, communityId: string, ids: readonly string[]) {
	if (ids.length === 0) return;
	await sql`delete from match_keys where community_id = ${communityId}
		and contact_id = any(${[...ids]}::uuid[])`.execute(trx);
}

/**
 * Keeps the keys of contacts, and answers the pairs of them and of others' contacts that share one and
 * are to be compared: of two shared ones, or of a shared and a private one. Private ones count for
 * nothing where it is said which keys are too common.
 */
export async function meet(
	trx: Trx,
	communityId: string,
	facts: readonly PersonFacts[]
): Promise<IdPair[]> {
	const [shared, own] = [facts.filter((one) => one.shared), facts.filter((one) => !one.shared)];
	const found = new Map<string, IdPair>();
	const find = async (keyed: Keyed, among: 'shared' | 'private') => {
		for (const pair of await candidates(trx, communityId, keyed, among))
			found.set(pairKey(pair), pair);
	};
	const open = await keepKeys(trx, communityId, shared, true);
	const closed = await keepKeys(trx, communityId, own, false);
	await find(open, 'shared');
	await find(open, 'private');
	await find(closed, 'shared');
	return [...found.values()];
}

async function keepKeys(
	trx: Trx,
	communityId: string,
	facts: readonly PersonFacts[],
	shared: boolean
): Promise<Keyed> {
	const ids = facts.map(({ record }) => record.id);
	const keys = personKeys(facts.map(({ record }) => record));
	if (keys.length === 0) return { ids, keys };
	const rare = await withoutCommon(trx, communityId, keys, shared);
	rare.sort((one, other) => one.key - other.key);
	await sql`insert into match_keys (community_id, shared, key, contact_id)
		select ${communityId}, ${shared}, k.key, k.contact
		from unnest(${rare.map(({ key }) => key)}::integer[],
			${rare.map(({ place }) => ids[place])}::uuid[]) as k (key, contact)
		on conflict do nothing`.execute(trx);
	return { ids, keys: rare };
}

/** Those that are not too common; which of them have become so is remembered, and they find nobody more. */
async function withoutCommon(
	trx: Trx,
	communityId: string,
	keys: readonly PersonKey[],
	shared: boolean
): Promise<PersonKey[]> {
	const mosts = new Map(keys.map(({ key, most }) => [key, most]));
	const own = shared ? countsOf(keys) : new Map<number, number>();
	const { rows } = await sql<{ key: number; holders: number | null }>`
		select k.key, case when c.key is null then (select count(*)::int from match_keys m
			where m.community_id = ${communityId} and m.shared and m.key = k.key) end as holders
		from unnest(${[...mosts.keys()]}::integer[]) as k (key)
		left join common_keys c on c.community_id = ${communityId} and c.key = k.key`.execute(trx);
	const common = new Set<number>();
	const turned: number[] = [];
	for (const { key, holders } of rows) {
		if (holders !== null && holders + (own.get(key) ?? 0) <= (mosts.get(key) ?? 0)) continue;
		common.add(key);
		if (holders !== null && shared) turned.push(key);
	}
	await keepCommon(trx, communityId, turned);
	return keys.filter(({ key }) => !common.has(key));
}

function countsOf(keys: readonly PersonKey[]): Map<number, number> {
	const counts = new Map<number, number>();
	for (const { key } of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

async function keepCommon(trx: Trx, communityId: string, keys: readonly number[]) {
	if (keys.length === 0) return;
	const those = sql`unnest(${[...keys]}::integer[])`;
	await sql`insert into common_keys (community_id, key)
		select ${communityId}, k from ${those} k on conflict do nothing`.execute(trx);
	await sql`delete from match_keys where community_id = ${communityId} and shared
		and key in (select ${those})`.execute(trx);
}

/** Of the private ones so many for each of their owners, that one's do not stand in another's way. */
async function candidates(
	trx: Trx,
	communityId: string,
	{ ids, keys }: Keyed,
	among: 'shared' | 'private'
): Promise<IdPair[]> {
	if (keys.length === 0) return [];
	const owner = among === 'private' ? sql`, other.owner_id` : sql``;
	const { rows } = await sql<{ place: number; id: string }>`
		with mine as (select * from unnest(${keys.map(({ place }) => place)}::integer[],
				${keys.map(({ key }) => key)}::integer[], ${keys.map(({ weight }) => weight)}::real[])
				as m (place, key, weight)),
			met as (select mine.place, k.contact_id, sum(mine.weight) as weight
				from mine join match_keys k on k.community_id = ${communityId}
					and k.shared = ${among === 'shared'} and k.key = mine.key
				group by 1, 2),
			ranked as (select met.place, met.contact_id, met.weight, row_number() over
					(partition by met.place ${owner} order by met.weight desc, met.contact_id) as rank
				from met
				join person_contacts other on other.community_id = ${communityId}
					and other.contact_id = met.contact_id
				join unnest(${[...ids]}::uuid[]) with ordinality as self (id, at) on self.at = met.place + 1
				join person_contacts own on own.community_id = ${communityId} and own.contact_id = self.id
				where own.owner_id <> other.owner_id)
		select place, contact_id as id from ranked where rank <= ${mostCandidates}
			and (weight >= ${leastWeight} or rank <= ${mostFaint})`.execute(trx);
	return rows.map(({ place, id }) => idPair(ids[place] ?? '', id));
}
