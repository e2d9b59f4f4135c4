import { openDatabase } from '#lib/db/connect.server.ts';
import { matchImported } from '#lib/importers/match-imported.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';

/** The beginning of a thread that reads one file; see run-in-thread.server. */
const { url, now, ...key } = z
	.object({ url: z.string(), communityId: z.uuid(), importId: z.uuid(), now: z.date() })
	.parse(workerData);

const opened = openDatabase({ url, connections: 2 });
try {
	await runImport(opened, key, now);
	await matchImported(opened.db, key, now);
} finally {
	await opened.close();
}
