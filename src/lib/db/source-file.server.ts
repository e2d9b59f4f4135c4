import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A source file by its path from the application's folder, looked for in a folder and in those above
 * it: the application is bundled and its threads are not, and both find the sources.
 */
export function sourceFile(from: string, path: string): string {
	const file = join(from, path);
	if (existsSync(file)) return file;
	if (dirname(from) === from) throw new Error(`${path} is nowhere above the application`);
	return sourceFile(dirname(from), path);
}
