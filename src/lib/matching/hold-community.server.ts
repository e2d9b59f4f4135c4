import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type Population, readPopulation, unknownPopulation } from '#lib/matching/population.ts';

type Trx = Transaction<Database>;

interface Remembered {
	learntAt: number;
	population: Population;
}

/** To read it takes longer than to match a contact. */
const remembered = new Map<string, Remembered>();
const mostRemembered = 8;

/**
 * Nobody else matches in this community until the transaction ends. Answers what is known of its
 * people.
 */
export async function holdCommunity(trx: Trx, communityId: string): Promise<Population> {
	await trx
		.insertInto('matchModels')
		.values({ communityId })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const { learntAt } = await trx
		.selectFrom('matchModels')
		.select('learntAt')
		.where('communityId', '=', communityId)
		.forUpdate()
		.executeTakeFirstOrThrow();
	return populationAt(trx, communityId, learntAt);
}

/** What is known of a community's people, for one who only looks. */
export async function peopleOf(db: Kysely<Database>, communityId: string): Promise<Population> {
	const row = await db
		.selectFrom('matchModels')
		.select('learntAt')
		.where('communityId', '=', communityId)
		.executeTakeFirst();
	return populationAt(db, communityId, row?.learntAt ?? null);
}

async function populationAt(
	db: Kysely<Database>,
	communityId: string,
	learntAt: Date | null
): Promise<Population> {
	if (learntAt === null) return unknownPopulation;
	const known = remembered.get(communityId);
	if (known?.learntAt === learntAt.getTime()) return known.population;
	return remember(communityId, learntAt.getTime(), await readLearnt(db, communityId));
}

async function readLearnt(db: Kysely<Database>, communityId: string): Promise<Population> {
	const { learnt } = await db
		.selectFrom('matchModels')
		.select('learnt')
		.where('communityId', '=', communityId)
		.executeTakeFirstOrThrow();
	return readPopulation(learnt);
}

function remember(communityId: string, learntAt: number, population: Population): Population {
	remembered.delete(communityId);
	remembered.set(communityId, { learntAt, population });
	for (const oldest of remembered.keys())
		if (remembered.size > mostRemembered) remembered.delete(oldest);
	return population;
}
