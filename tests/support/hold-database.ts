// A process of its own that holds an embedded database, as the application or a command would.
import { setTimeout as pause } from 'node:timers/promises';
import type { QueryResult } from 'pg';
import { openDatabase } from '#lib/db/connect.server.ts';
import { type EmbeddedOptions, startEmbedded } from '#lib/db/embedded.server.ts';
import { isStartRefused } from '#lib/db/start-refused.ts';

const options: Pick<EmbeddedOptions, 'dataFolder' | 'as' | 'shared'> = JSON.parse(
	process.argv[2] ?? ''
);
const tell = (fact: object) => process.send?.(fact);

async function hold() {
	const held = await startEmbedded({ ...options, log: (log) => tell({ log }) });
	const { pool, close } = openDatabase({ url: held.url });
	process.on('SIGTERM', async () => {
		await close();
		await held.stop();
		process.disconnect();
	});
	process.on('message', async (statement: string) => {
		// Asked again until it is answered, as people load a page again.
		for (;;) {
			const answer = await pool.query(statement).catch(() => undefined);
			if (answer) return tell({ rows: lastRows(answer), pid: held.pid() });
			await pause(20);
		}
	});
	tell({ ready: true, pid: held.pid(), url: held.url });
}

// Several statements at once give several answers.
function lastRows(answer: QueryResult | QueryResult[]): unknown[] {
	return [answer].flat().at(-1)?.rows ?? [];
}

try {
	await hold();
} catch (error) {
	if (!isStartRefused(error)) throw error;
	tell({ refused: error.message });
	process.disconnect();
}
