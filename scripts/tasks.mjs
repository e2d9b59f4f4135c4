// Everything run.mjs can run, once Node is new enough and the packages are there.
import { globSync } from 'node:fs';
import path from 'node:path';
import { buildApplication } from './build.mjs';
import { compileMessages } from './compile.mjs';
import { fail, root } from './launch.mjs';

const [command = '', ...args] = process.argv.slice(2);
const askedFrom = process.cwd();

/** @type {Record<string, () => Promise<void>>} */
const tasks = {
	compile: compileMessages,
	build: buildApplication,
	start: async () => {
		await compileMessages();
		await buildApplication();
		await entremise('serve', ...args);
	},
	dev: async () => {
		await compileMessages();
		const { develop } = await import('./dev.mjs');
		await develop();
	},
	check: async () => {
		await compileMessages();
		const { check } = await import('./test.mjs');
		await check();
	},
	test: async () => {
		await compileMessages();
		const { test } = await import('./test.mjs');
		await test();
	},
	bench: async () => {
		await compileMessages();
		await bench(...args);
	},
	evaluate: async () => {
		await evaluate(...args);
	},
	cli: async () => {
		await compileMessages();
		process.chdir(askedFrom);
		await entremise(...args);
	}
};

/** @param {...string} words */
async function entremise(...words) {
	const { runCommand } = await import('../src/cli/run-command.ts');
	await runCommand(words);
}

/**
 * @param {string} [name]
 * @param {...string} rest
 */
async function bench(name, ...rest) {
	const known = globSync('bench/*.bench.ts').map((file) => path.basename(file, '.bench.ts'));
	if (!name || !known.includes(name))
		fail(`Say which bench to run: ${known.join(', ') || 'there is none yet'}.`);
	process.argv.splice(2, Infinity, ...rest);
	await import(path.join(root, `bench/${name}.bench.ts`));
}

/**
 * Files that are named stand where the command was typed.
 * @param {string} [name]
 * @param {...string} rest
 */
async function evaluate(name, ...rest) {
	const known = globSync('evaluation/*.evaluate.ts').map((file) =>
		path.basename(file, '.evaluate.ts')
	);
	if (!name || !known.includes(name)) fail(`Say what to evaluate: ${known.join(', ')}.`);
	process.argv.splice(2, Infinity, ...rest);
	process.chdir(askedFrom);
	await import(path.join(root, `evaluation/${name}.evaluate.ts`));
}

process.chdir(root);
await tasks[command]?.();
