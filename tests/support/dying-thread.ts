import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';

// Finds no paths, and dies of the first question that any of its kind is asked.
const { folder } = z.object({ folder: z.string() }).parse(workerData);
const asked = z.object({ id: z.int() });

parentPort?.on('message', (message) => {
	const died = join(folder, '..', 'died');
	if (!existsSync(died)) {
		writeFileSync(died, '');
		process.exit(3);
	}
	parentPort?.postMessage({ id: asked.parse(message).id, answer: { first: [], more: [] } }, []);
});
