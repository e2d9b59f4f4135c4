import { openDatabase } from '#lib/db/connect.server.ts';
import { matchWhole } from '#lib/importers/match-imported.server.ts';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';

/** The beginning of a thread that looks through one book; see run-in-thread.server. */
const { url, now, ...book } = z
	.object({ url: z.string(), communityId: z.uuid(), ownerId: z.uuid(), now: z.date() })
	.parse(workerData);

const opened = openDatabase({ url, connections: 2 });
try {
	await matchWhole(opened.db, book, now);
} finally {
	await opened.close();
}
