import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// In node_modules, so that another set of packages makes everything anew.
const stamps = 'node_modules/.entremise';

/**
 * Makes something from files, unless it was made already from the very same files.
 * @param {string} name of what is made
 * @param {{ from: string[], makes: string, by: () => Promise<void> }} recipe
 *   globs of the files it depends on, one file it results in, how it is made
 */
export async function keepFresh(name, { from, makes, by }) {
	const stamp = path.join(stamps, name);
	const want = hashOf(from);
	if (existsSync(makes) && existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return;
	await by();
	mkdirSync(stamps, { recursive: true });
	writeFileSync(stamp, want);
}

/** @param {string[]} globs */
function hashOf(globs) {
	const files = globSync(globs, { exclude: ['**/paraglide', '**/*.test.ts'] }).filter((file) =>
		statSync(file).isFile()
	);
	const hash = createHash('sha256');
	for (const file of files.toSorted()) hash.update(file).update('\0').update(readFileSync(file));
	return hash.digest('hex');
}
