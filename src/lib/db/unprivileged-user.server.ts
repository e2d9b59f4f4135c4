import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A user of this machine under which a process may be started. */
export interface MachineUser {
	name: string;
	uid: number;
	gid: number;
}

/**
 * The user as whom the database must run: none when we are an ordinary user already (PostgreSQL
 * refuses root). The owner of an existing database folder comes first, so that it stays readable.
 */
export function databaseUser(existingFolder?: string): MachineUser | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const users = machineUsers();
	const owner = existingFolder ? statSync(existingFolder).uid : 0;
	return (
		users.find((user) => user.uid === owner && user.uid !== 0) ??
		named(users, 'entremise') ??
		named(users, 'postgres') ??
		createdUser() ??
		named(users, 'nobody')
	);
}

/** Whether a user (none: ourselves) may pass through every folder on the way and read the file itself. */
export function canReach(user: MachineUser | undefined, path: string): boolean {
	if (!user) return true;
	const passes = ancestors(path).every((folder) => allows(user, folder, 0o1));
	return passes && allows(user, path, 0o4);
}

/** Whether a user (none: ourselves) may pass through a folder and everything above it. */
export function canPass(user: MachineUser | undefined, folder: string): boolean {
	return !user || [folder, ...ancestors(folder)].every((each) => allows(user, each, 0o1));
}

function named(users: MachineUser[], name: string) {
	return users.find((user) => user.name === name);
}

function createdUser(): MachineUser | undefined {
	const made = spawnSync('useradd', ['--system', '--no-create-home', 'entremise']);
	return made.status === 0 ? named(machineUsers(), 'entremise') : undefined;
}

function machineUsers(): MachineUser[] {
	return readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
		.filter((user) => user.name !== '' && Number.isInteger(user.uid));
}

function ancestors(path: string): string[] {
	const parent = dirname(path);
	return parent === path ? [] : [parent, ...ancestors(parent)];
}

function allows(user: MachineUser, path: string, bit: number): boolean {
	const { mode, uid, gid } = statSync(path);
	const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
	return ((mode >> shift) & bit) === bit;
}
