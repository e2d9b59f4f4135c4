import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makePrivateFolder } from '#lib/db/data-folder.server.ts';
import { embeddedBinaries, identity, sharedPlace } from '#lib/db/embedded-binaries.server.ts';
import { StartRefused } from '#lib/db/start-refused.ts';
import { canPass, databaseUser, type MachineUser } from '#lib/db/unprivileged-user.server.ts';

/** Everything needed to start the database of one data folder. */
export interface EmbeddedFolder {
	/** Where PostgreSQL keeps the database: its real path, initialised, owned by `user`. */
	cluster: string;
	binaries: string;
	user: MachineUser | undefined;
}

/**
 * Finds the database of a data folder, or makes an empty one, in `<dataFolder>/postgres`. When the
 * database's user cannot reach that place (a clone in root's home), the database lies under `shared`
 * and `<dataFolder>/postgres` is a link to it. Two processes may call this at once.
 */
export function embeddedFolder(dataFolder: string, shared = sharedPlace): EmbeddedFolder {
	const published = join(makePrivateFolder(dataFolder), 'postgres');
	const found = existingCluster(published);
	const user = databaseUser(found);
	const binaries = embeddedBinaries(user, shared);
	const cluster = found ?? publish(published, user, binaries, shared);
	if (!canPass(user, cluster)) throw outOfReach(cluster, user);
	return { cluster, binaries, user };
}

function existingCluster(published: string): string | undefined {
	if (existsSync(published)) return realpathSync(published);
	if (lstatSync(published, { throwIfNoEntry: false })) {
		throw new StartRefused(
			`${published} is a link to a database that is no longer there. ` +
				'Put the database back where the link points, or remove the link to begin with an empty one.'
		);
	}
	return undefined;
}

// Made aside and published by one rename or one link, so that an interrupted or simultaneous start leaves no half.
function publish(
	published: string,
	user: MachineUser | undefined,
	binaries: string,
	shared: string
): string {
	letThrough(user, dirname(published));
	const inPlace = canPass(user, dirname(published));
	const mark = randomBytes(6).toString('hex');
	const draft = inPlace ? `${published}-${mark}` : join(shared, 'databases', mark);
	initialise(draft, user, binaries);
	try {
		if (inPlace) renameSync(draft, published);
		else symlinkSync(draft, published);
	} catch (error) {
		rmSync(draft, { recursive: true, force: true });
		if (!existsSync(published)) throw error;
	}
	return realpathSync(published);
}

// A data folder that root made for itself alone (mktemp does) need not send the database elsewhere:
// passage lets nobody list it, and what lies in it is closed by itself.
function letThrough(user: MachineUser | undefined, dataFolder: string): void {
	if (!user || !canPass(user, dirname(dataFolder))) return;
	const { uid, mode } = statSync(dataFolder);
	if (uid === 0) chmodSync(dataFolder, (mode & 0o777) | 0o011);
}

function initialise(folder: string, user: MachineUser | undefined, binaries: string): void {
	mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
	mkdirSync(folder, { mode: 0o700 });
	if (user) chownSync(folder, user.uid, user.gid);
	const program = join(binaries, 'bin/initdb');
	const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
	const options = ['-D', folder, '-U', 'app', '--auth=trust', '--encoding=UTF8', ...locale];
	const run = spawnSync(program, options, {
		...identity(user),
		cwd: folder,
		env: databaseEnvironment(binaries),
		encoding: 'utf8'
	});
	if (run.status !== 0) {
		rmSync(folder, { recursive: true, force: true });
		throw new StartRefused(
			`The database could not be made in ${folder}: ${lastLine(run.stderr ?? String(run.error))}`
		);
	}
	// No password and no TCP: the socket's folder is private to its owner.
	writeFileSync(join(folder, 'pg_hba.conf'), 'local all all trust\n');
}

/** The whole environment the database's programs run in: nothing of the caller's leaks in. */
export function databaseEnvironment(binaries: string): Record<string, string> {
	return {
		PATH: '/usr/bin:/bin',
		LC_ALL: 'C',
		TZ: 'UTC',
		LD_LIBRARY_PATH: join(binaries, 'lib'),
		DYLD_LIBRARY_PATH: join(binaries, 'lib')
	};
}

function lastLine(text: string): string {
	return text.trim().split('\n').at(-1) ?? '';
}

function outOfReach(cluster: string, user: MachineUser | undefined): StartRefused {
	return new StartRefused(
		`The database ${basename(cluster)} in ${dirname(cluster)} cannot be reached by the user ${user?.name ?? ''}, as whom it must run. ` +
			'Move the data folder to a place that user can reach, or open its parent folders to passage (chmod a+x).'
	);
}
