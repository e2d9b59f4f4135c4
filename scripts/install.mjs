// Imported before anything is installed: Node's own modules only, and nothing newer than Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, root, say } from './launch.mjs';

const stamp = path.join(root, 'node_modules/.installed-for');

/** Installs the packages when what is installed is not what package-lock.json asks for. */
export function ensureInstalled() {
	if (isInstalled()) return;
	say('Installing the packages (about a minute, only when they change)…');
	// Said explicitly, because NODE_ENV=production or a setting of the machine's would leave out what the build needs.
	const options = [
		'--include=dev',
		'--include=optional',
		'--no-fund',
		'--no-audit',
		'--loglevel=error'
	];
	const { status, error, stderr } = spawnSync('npm', ['ci', ...options], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'pipe'],
		encoding: 'utf8'
	});
	if (error)
		fail(
			'npm was not found. Install Node.js together with npm (https://nodejs.org) and try again.'
		);
	if (status !== 0) {
		// npm adds a page of its options to its reason.
		say(stderr.split('\n').slice(0, 8).join('\n'));
		fail(
			'The packages could not be installed; npm says why above. ' +
				'Check that this machine reaches the npm registry and has 1 GB of free disk, then try again.'
		);
	}
	writeFileSync(stamp, wantedHash());
}

/** Whether the packages are there: installed by us for these very files, or by hand with the same result. */
export function isInstalled() {
	if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wantedHash();
	return isInstalledByHand();
}

// Only what decides the packages: another script or version of ours is no reason to install.
function wantedHash() {
	const { dependencies, devDependencies, optionalDependencies, overrides } = readJson(
		path.join(root, 'package.json')
	);
	const asked = [dependencies, devDependencies, optionalDependencies, overrides];
	return createHash('sha256')
		.update(JSON.stringify(asked))
		.update(readFileSync(path.join(root, 'package-lock.json')))
		.digest('hex');
}

// npm writes down what it installed. Extraneous entries of the lock file are never installed.
function isInstalledByHand() {
	const written = path.join(root, 'node_modules/.package-lock.json');
	if (!existsSync(written)) return false;
	const installed = readJson(written).packages;
	const locked = Object.entries(readJson(path.join(root, 'package-lock.json')).packages);
	const { dependencies, devDependencies } = readJson(path.join(root, 'package.json'));
	const asked = Object.entries({ ...dependencies, ...devDependencies });
	return (
		locked.every(([place, { version, optional, extraneous }]) => {
			const found = installed[place];
			return place === '' || (found ? found.version === version : optional || extraneous);
		}) && asked.every(([name, version]) => installed[`node_modules/${name}`]?.version === version)
	);
}

/** @param {string} file */
function readJson(file) {
	return JSON.parse(readFileSync(file, 'utf8'));
}
