import type { Telling } from '#lib/demo/stage.server.ts';
import { findDemo, openDemo, type OpenedDemo, resetDemo } from '#lib/demo/seed.server.ts';
import { tellStories } from '#lib/demo/tell-stories.server.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { forgetNeverAgain, listSecret } from '#lib/introductions/never-again.server.ts';

/** Opens the demo with its stories so far, or finds it as it has been played. */
export async function beginDemo(telling: Telling, now: Date): Promise<OpenedDemo> {
	return withStories(telling, await openDemo(telling.db, now), now);
}

/** Begins the demo anew, for everybody who plays it. */
export async function beginAnew(telling: Telling, now: Date): Promise<OpenedDemo> {
	await forgetPlayed(telling);
	return withStories(telling, await resetDemo(telling.db, now), now);
}

/** What was played leaves nothing behind, not even the hashes of a "never again". */
async function forgetPlayed({ db, secret }: Telling): Promise<void> {
	const demo = await findDemo(db);
	if (!demo) return;
	const details = await db
		.selectFrom('contactDetails')
		.select('normalised')
		.distinct()
		.where('communityId', '=', demo.id)
		.execute();
	const typed = await db
		.selectFrom('introductions')
		.select(['askEmail', 'targetProfile'])
		.where('communityId', '=', demo.id)
		.execute();
	const addresses = [
		...details.map((detail) => detail.normalised),
		...typed.flatMap(({ askEmail, targetProfile }) => [askEmail, targetProfile])
	];
	await forgetNeverAgain(db, await listSecret(db, secret, demo.id), addresses);
}

async function withStories(telling: Telling, opened: OpenedDemo, now: Date): Promise<OpenedDemo> {
	const { created, communityId } = opened;
	if (!created) return opened;
	await tellStories(telling, communityId, now);
	await matchBooks(telling, communityId, now);
	return opened;
}

/** Whom its members know is known to be one person from the first page on. */
async function matchBooks({ db }: Telling, communityId: string, now: Date): Promise<void> {
	const members = await db
		.selectFrom('members')
		.select('id')
		.where('communityId', '=', communityId)
		.orderBy('createdAt')
		.execute();
	for (const { id: memberId } of members) await matchPersons(db, { communityId, memberId }, now);
}
