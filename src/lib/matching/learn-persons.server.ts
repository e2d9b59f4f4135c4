import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { pairsWithin } from '#lib/matching/pairs-within.ts';
import { readFacts } from '#lib/matching/person-facts.server.ts';
import { populationOf, writePopulation } from '#lib/matching/population.ts';

/** Fewer teach too little. */
const fewest = 500;
/** A community is learnt of again when it has grown by so much. */
const grown = 1.2;
/** More say nothing new. */
const mostSampled = 50_000;
const atOnce = 5_000;

/**
 * Learns from a community's shared contacts how much each field says, from a sample where there are
 * very many, if it has grown by a fifth since that was done last. A smaller community is matched anew
 * by it: then all its contacts are due. True where something was learnt.
 */
export async function learnPersons(
	db: Kysely<Database>,
	communityId: string,
	now: Date
): Promise<boolean> {
	const [records, before] = await Promise.all([
		countShared(db, communityId),
		readLearntFrom(db, communityId)
	]);
	if (records < Math.max(fewest, grown * before)) return false;
	const { learnt } = pairsWithin(await sampleOf(db, communityId));
	const written = writePopulation(populationOf(learnt));
	await db.transaction().execute(async (trx) => {
		await trx
			.insertInto('matchModels')
			.values({ communityId, learnt: written, records, learntAt: now })
			.onConflict((conflict) =>
				conflict.column('communityId').doUpdateSet({ learnt: written, records, learntAt: now })
			)
			.execute();
		// A larger one is known well enough by now: what comes is judged by what was learnt last.
		if (records > mostSampled && before > 0) return;
		await trx
			.updateTable('personContacts')
			.set({ print: Buffer.of() })
			.where('communityId', '=', communityId)
			.execute();
	});
	return true;
}

async function countShared(db: Kysely<Database>, communityId: string): Promise<number> {
	const { rows } = await sql<{ count: number }>`select count(*)::int as count from person_contacts
		where community_id = ${communityId} and shared`.execute(db);
	return rows[0]?.count ?? 0;
}

async function readLearntFrom(db: Kysely<Database>, communityId: string): Promise<number> {
	const row = await db
		.selectFrom('matchModels')
		.select('records')
		.where('communityId', '=', communityId)
		.executeTakeFirst();
	return row?.records ?? 0;
}

/** By a hash of their ids, so that it is a fair one whatever the ids are made of. */
async function sampleOf(db: Kysely<Database>, communityId: string): Promise<MatchRecord[]> {
	const { rows } = await sql<{ id: string }>`select contact_id as id from person_contacts
		where community_id = ${communityId} and shared
		order by md5(contact_id::text) limit ${mostSampled}`.execute(db);
	const records: MatchRecord[] = [];
	for (let at = 0; at < rows.length; at += atOnce) {
		const ids = rows.slice(at, at + atOnce).map(({ id }) => id);
		for (const { record, shared } of (await readFacts(db, communityId, ids)).values())
			if (shared) records.push(record);
	}
	return records;
}
