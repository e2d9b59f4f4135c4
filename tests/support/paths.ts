import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openPathFinder, type PathFinderOptions } from '#lib/network/open-path-finder.server.ts';
import type { PathFinder } from '#lib/network/path-finder.ts';

const closing: Array<() => Promise<void> | void> = [];
afterAll(async () => {
	for (const close of closing) await close();
});

/** Finds paths in a test database, as an application does; stopped when the file is done. */
export function testPaths(url: string, options: Partial<PathFinderOptions> = {}): PathFinder {
	const finder = openPathFinder({
		url,
		dataFolder: options.dataFolder ?? testFolder(),
		log: () => {},
		...options
	});
	closing.unshift(() => finder.stop());
	return finder;
}

/** A folder that is gone when the file is done. */
export function testFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'entremise-paths-'));
	closing.push(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
