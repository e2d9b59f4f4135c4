import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { wordRuns } from '#lib/network/word-runs.ts';
import { countBlind } from '#lib/people/count-blind.server.ts';
import type { Count } from '#lib/people/shown-to.ts';

/** Of a company that was among the words: how many members know someone there, without a name. */
export interface CountedAt {
	company: string;
	count: Exclude<Count, 'nobody'>;
}

/** What may be counted for these words; of several companies the one with the longest name. */
export async function countFound(
	db: Kysely<Database>,
	actor: Actor,
	query: string
): Promise<CountedAt | null> {
	for (const company of wordRuns(query)) {
		const count = await countBlind(db, actor, { company });
		if (count !== 'nobody') return { company, count };
	}
	return null;
}
