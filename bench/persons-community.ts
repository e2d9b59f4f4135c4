import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../src/lib/db/schema.ts';
import { keyCount } from '../src/lib/matching/block-keys.ts';
import { groupBy, leastOdds, learnFrom, type Grouping } from '../src/lib/matching/grouping.ts';
import { keepLearnt } from '../src/lib/matching/learnt.ts';
import type { MatchRecord } from '../src/lib/matching/match-record.ts';
import { tableOf } from '../src/lib/matching/match-table.ts';
import { acrossBooks, linkOdds } from '../src/lib/matching/person-likeness.ts';
import { populationOf, writePopulation } from '../src/lib/matching/population.ts';
import { readRecords } from '../src/lib/matching/record-reader.ts';
import { searchInThreads, shareable } from '../src/lib/matching/search-in-threads.server.ts';
import { sampledEvery } from '../src/lib/matching/train.ts';
import { normaliseEmail } from '../src/lib/people/email.ts';
import { readPersonName } from '../src/lib/people/person-name.ts';
import { normalisePhone } from '../src/lib/people/phone.ts';
import { normaliseProfile } from '../src/lib/people/profile-address.ts';

/** A contact of somebody's book and who it is in truth. */
export interface BookContact {
	record: MatchRecord;
	/** The member's number. */
	owner: number;
	person: string;
}

/** The id that stands for a text: the same in every run. */
export function idOf(text: string): string {
	const hex = createHash('md5').update(text).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20)
	].join('-');
}

const atOnce = 10_000;

function* pieces<Item>(items: Iterable<Item>): Generator<Item[]> {
	let piece: Item[] = [];
	for (const item of items) {
		piece.push(item);
		if (piece.length < atOnce) continue;
		yield piece;
		piece = [];
	}
	if (piece.length > 0) yield piece;
}

/** Writes contacts, all visible, with what they have, into the books of members. */
export async function writeContacts(
	db: Kysely<Database>,
	communityId: string,
	memberIds: readonly string[],
	contacts: Iterable<BookContact>
): Promise<void> {
	for (const some of pieces(contacts)) {
		const rows = some.map(({ record, owner }) => ({
			id: record.id,
			owner: memberIds[owner] ?? '',
			...namesOf(record),
			company: record.companies?.[0] ?? '',
			position: record.position ?? ''
		}));
		await sql`insert into contacts (community_id, id, owner_id, given_name, family_name, full_name,
				company, position, sharing)
			select ${communityId}, r.id, r.owner, r.given, r.family, r.full, r.company, r.position, 'visible'
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, owner uuid, given text,
				family text, "full" text, company text, position text)`.execute(db);
		const details = some.flatMap(({ record }) => detailsOf(record));
		await sql`insert into contact_details (community_id, contact_id, kind, value, normalised)
			select ${communityId}, r.id, r.kind, r.value, r.value
			from jsonb_to_recordset(${JSON.stringify(details)}::jsonb)
				as r (id uuid, kind text, value text) on conflict do nothing`.execute(db);
	}
}

function namesOf({ givenName = '', familyName = '', fullName = '', emails }: MatchRecord) {
	if (givenName !== '' || familyName !== '')
		return { given: givenName, family: familyName, full: `${givenName} ${familyName}`.trim() };
	const read = readPersonName({ fullName });
	const full = fullName === '' ? (emails?.[0] ?? '?') : fullName;
	return { given: read.givenName, family: read.familyName, full };
}

function detailsOf({ id, emails = [], phones = [], profile = '' }: MatchRecord) {
	const kept = [
		...emails.map((value) => {
			const read = normaliseEmail(value);
			return { kind: 'email', value: read.ok ? read.email : '' };
		}),
		...phones.map((value) => {
			const read = normalisePhone(value, 'FR');
			return { kind: 'phone', value: read.ok ? read.e164 : value.replace(/\D/g, '') };
		}),
		...[profile].map((value) => {
			const read = normaliseProfile(value);
			return { kind: 'profile', value: read.ok ? read.profile : '' };
		})
	];
	return kept.filter(({ value }) => value !== '').map((detail) => ({ id, ...detail }));
}

/** Matches all of a community at once, in threads, and writes down what came of it. */
export async function matchAtOnce(
	db: Kysely<Database>,
	communityId: string,
	records: Iterable<MatchRecord>,
	ownerOf: (at: number) => string
): Promise<void> {
	const wish = { thresholds: acrossBooks };
	const read = shareable(readRecords(records, false));
	const table = tableOf(read);
	const search = searchInThreads(read, 2);
	await search.makeKeys();
	const all = search.keys.slice();
	await search.meet();
	const found = await search.find();
	const training = learnFrom(table, await search.sample(sampledEvery(found)), found, wish);
	const weighed = await search.weigh(training.model, training.rarity, leastOdds(wish));
	await search.close();
	const grouping = groupBy(table, training, weighed, wish);
	const population = populationOf(keepLearnt(table, training.model, training.personOf));
	await sql`insert into match_models (community_id, learnt, records, learnt_at)
		values (${communityId}, ${writePopulation(population)}::jsonb, ${table.count}, now())`.execute(db);
	const owners = read.ids.map((_, at) => ownerOf(at));
	await writePersons(db, communityId, grouping, owners);
	await writeKeys(db, communityId, read.ids, { all, left: search.keys });
	await writePairs(db, communityId, grouping, owners);
}

async function writePersons(
	db: Kysely<Database>,
	communityId: string,
	{ table, groups }: Grouping,
	owners: readonly string[]
) {
	for (const some of pieces(table.ids.keys()))
		await sql`insert into person_contacts
				(community_id, contact_id, owner_id, shared, person_id, print, joined_at)
			select ${communityId}, c, o, true, p, '\\x00', now() from unnest(
				${some.map((at) => table.ids[at])}::uuid[], ${some.map((at) => owners[at])}::uuid[],
				${some.map((at) => idOf(`person ${groups[at]}`))}::uuid[]) as r (c, o, p)`.execute(db);
}

/** Sorted by key, and checked and found by contact only when all are there. */
async function writeKeys(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[],
	{ all, left }: { all: Uint32Array; left: Uint32Array }
) {
	const common = new Set<number>();
	const rows: number[] = [];
	for (const [at, key] of all.entries()) {
		if (key === 0) continue;
		if (left[at] === 0) common.add(key | 0);
		else rows.push(key * 2 ** 21 + Math.floor(at / keyCount));
	}
	const sorted = Float64Array.from(rows).toSorted();
	await sql`insert into common_keys (community_id, key)
		select ${communityId}, unnest(${[...common]}::integer[])`.execute(db);
	await sql`drop index match_keys_contact`.execute(db);
	await sql`alter table match_keys drop constraint match_keys_community_id_contact_id_fkey`.execute(
		db
	);
	for (const some of pieces(sorted))
		await sql`insert into match_keys (community_id, shared, key, contact_id)
			select ${communityId}, true, k, c from unnest(
				${some.map((row) => Math.floor(row / 2 ** 21) | 0)}::integer[],
				${some.map((row) => ids[row % 2 ** 21])}::uuid[]) as r (k, c) on conflict do nothing`.execute(db);
	await sql`create index match_keys_contact on match_keys (community_id, contact_id)`.execute(db);
	await sql`alter table match_keys add foreign key (community_id, contact_id)
		references person_contacts (community_id, contact_id) on delete cascade`.execute(db);
}

async function writePairs(
	db: Kysely<Database>,
	communityId: string,
	{ table, likely, groups }: Grouping,
	owners: readonly string[]
) {
	const across = likely.filter(({ a, b }) => owners[a] !== owners[b]);
	for (const some of pieces(across)) {
		const rows = some.map(({ a, b, odds }) => {
			const [one = 0, other = 0] = [a, b].toSorted((x, y) =>
				(table.ids[x] ?? '') < (table.ids[y] ?? '') ? -1 : 1
			);
			const zone = groups[a] === groups[b] ? 'joined' : 'asked';
			return {
				one: table.ids[one],
				other: table.ids[other],
				by: owners[one],
				to: owners[other],
				odds,
				zone
			};
		});
		await sql`insert into person_pairs (community_id, one_id, other_id, one_owner_id, other_owner_id,
				shared, odds, reasons, zone, found_at)
			select ${communityId}, r.one, r.other, r.by, r.to, true, r.odds,
				'[{"field":"familyName","level":"exact","weight":12},{"field":"email","level":"exact","weight":16},{"field":"givenName","level":"exact","weight":7}]',
				r.zone, now()
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (one uuid, other uuid, by uuid,
				"to" uuid, odds real, zone text)`.execute(db);
	}
	const links = across.filter(({ odds }) => odds >= linkOdds).length;
	console.log(`  ${across.length} pairs of two books, ${links} of them link`);
}
