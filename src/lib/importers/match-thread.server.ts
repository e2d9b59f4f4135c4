import { openDatabase } from '#lib/db/connect.server.ts';
import { matchSaved, matchWhole } from '#lib/importers/match-imported.server.ts';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';

/** The beginning of a thread that looks through one book; see run-in-thread.server. */
const { url, now, contactId, ...book } = z
	.object({
		url: z.string(),
		communityId: z.uuid(),
		ownerId: z.uuid(),
		contactId: z.uuid().optional(),
		now: z.date()
	})
	.parse(workerData);

const opened = openDatabase({ url, connections: 2 });
try {
	if (contactId) await matchSaved(opened.db, book, contactId, now);
	else await matchWhole(opened.db, book, now);
} finally {
	await opened.close();
}
