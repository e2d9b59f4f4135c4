import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

// Root's database runs as another user, who must be able to pass through; nobody else may list it.
const mode = process.getuid?.() === 0 ? 0o711 : 0o700;

/**
 * Makes a folder which only its owner may read, with its missing parents; leaves an existing one as it is.
 * Answers its absolute path.
 */
export function makePrivateFolder(path: string): string {
	const folder = resolve(path);
	const first = mkdirSync(folder, { recursive: true, mode });
	// Said again because the process's umask may have taken the passage away.
	if (first) for (const made of between(first, folder)) chmodSync(made, mode);
	return folder;
}

function between(first: string, last: string): string[] {
	return first === last ? [last] : [...between(first, dirname(last)), last];
}
