// Imported before anything is installed: Node's own modules only, and nothing newer than Node 20.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the application, wherever it is called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string} sentence */
export function say(sentence) {
	console.error(sentence);
}

/**
 * Ends with one sentence that says what is wrong and what to do.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}

/** The Node 24 to use: the machine's own when it is new enough, else the one from npm. */
function node24() {
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	const own = path.join(root, 'node_modules/.bin/node');
	if (existsSync(own)) return own;
	return fail(
		`Node 24 or newer is needed; this is ${process.version}, and npm has none for ${process.platform} ${process.arch}. ` +
			'Install Node 24 from https://nodejs.org and try again.'
	);
}

/**
 * Runs a script of the application under Node 24 in place of this process: same terminal, same signals, same exit code.
 * @param {string} script path from the application's folder
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 */
export function runUnderNode24(script, args, { cwd } = {}) {
	const bin = path.join(root, 'node_modules/.bin');
	const { PATH, DATA_FOLDER } = process.env;
	const env = {
		...process.env,
		PATH: bin + path.delimiter + PATH,
		// The application's own, not one in the folder from which a command is called.
		DATA_FOLDER: DATA_FOLDER ? path.resolve(DATA_FOLDER) : path.join(root, 'data')
	};
	const child = spawn(node24(), [path.join(root, script), ...args], { stdio: 'inherit', env, cwd });
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => child.kill(signal));
	child.on('error', (error) => fail(`Node 24 does not run on this machine: ${error.message}.`));
	child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
