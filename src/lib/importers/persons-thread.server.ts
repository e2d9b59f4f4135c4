import { openDatabase } from '#lib/db/connect.server.ts';
import { learnPersons } from '#lib/matching/learn-persons.server.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';

/** The beginning of a thread that looks for persons across books; see run-in-thread.server. */
const { url, now, ...scope } = z
	.object({
		url: z.string(),
		communityId: z.uuid(),
		memberId: z.uuid().optional(),
		importId: z.uuid().optional(),
		now: z.date()
	})
	.parse(workerData);

const opened = openDatabase({ url, connections: 2 });
try {
	const { communityId } = scope;
	await matchPersons(opened.db, scope, now);
	if (await learnPersons(opened.db, communityId, now))
		await matchPersons(opened.db, { communityId }, now);
} finally {
	await opened.close();
}
