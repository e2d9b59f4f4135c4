import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '#lib/db/data-folder.server.ts';

/**
 * The secret of a data folder: 32 random bytes in base64url, made at the first call, in a file only
 * its owner may read. Processes that ask at the same time all get the same one.
 */
export function keptSecret(dataFolder: string): string {
	const file = secretFile(makePrivateFolder(dataFolder));
	return readSecret(file) ?? makeSecret(file);
}

/** Keeps a given secret (that of a restored backup) instead of the one a data folder had. */
export function replaceSecret(dataFolder: string, secret: string): void {
	const file = secretFile(makePrivateFolder(dataFolder));
	renameSync(draftOf(file, secret), file);
}

function secretFile(dataFolder: string): string {
	return join(dataFolder, 'secret');
}

function readSecret(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8').trim();
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

// Written aside and linked: the file appears whole or not at all, and the first of two wins.
function makeSecret(file: string): string {
	const draft = draftOf(file, randomBytes(32).toString('base64url'));
	try {
		linkSync(draft, file);
	} catch (error) {
		if (readSecret(file) === undefined) throw error;
	} finally {
		rmSync(draft);
	}
	return readFileSync(file, 'utf8').trim();
}

function draftOf(file: string, secret: string): string {
	const draft = `${file}-${randomBytes(6).toString('hex')}`;
	writeFileSync(draft, secret, { mode: 0o600, flush: true });
	return draft;
}
