import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const reports = 'test-results';

/**
 * A step of the run. With `count`, the tests in its report are counted; otherwise the step counts as one.
 * `needs` names the step without which it cannot run.
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ title: string, command: string[], count?: () => Count, needs?: string }} Step
 */

const generated = 'Generated types';

/** @type {Step[]} */
const checks = [
	{ title: generated, command: ['svelte-kit', 'sync'] },
	{ title: 'Format', command: ['prettier', '--check', '--log-level=warn', '.'] },
	{ title: 'Lint', command: ['oxlint', '--quiet'] },
	{ title: 'Unused files and exports', command: ['knip', '--no-progress'], needs: generated },
	{
		title: 'Types',
		command: ['svelte-check', '--output=human', '--fail-on-warnings'],
		needs: generated
	}
];

/** @type {Step[]} */
const tests = [
	{
		title: 'Unit, property, database and house-rule tests',
		command: [
			'vitest',
			'run',
			'--reporter=default',
			'--reporter=json',
			`--outputFile=${reports}/vitest.json`
		],
		count: countVitest
	},
	{ title: 'Build', command: [process.execPath, 'scripts/tasks.mjs', 'build'] },
	{
		title: 'Journeys in Chromium',
		command: ['playwright', 'test', '--reporter=list,json'],
		count: countPlaywright,
		needs: 'Build'
	}
];

/** Runs format, lint, unused code and types. */
export function check() {
	return runSteps(checks);
}

/** Runs everything, what is quickest to fail first; all steps run even when one fails. */
export function test() {
	return runSteps([...checks, ...tests]);
}

/** @param {Step[]} steps */
async function runSteps(steps) {
	mkdirSync(reports, { recursive: true });
	/** @type {Map<string, Count>} */
	const done = new Map();
	for (const step of steps) {
		const blocked = step.needs !== undefined && (done.get(step.needs)?.failed ?? 0) > 0;
		done.set(step.title, blocked ? cannotRun(step) : await runStep(step));
	}
	const counts = [...done.values()];
	const passed = counts.reduce((sum, count) => sum + count.passed, 0);
	const failed = counts.reduce((sum, count) => sum + count.failed, 0);
	const broken = [...done].filter(([, count]) => count.failed > 0).map(([title]) => title);
	if (broken.length > 0) console.log(`\nFailed: ${broken.join('; ')}.`);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
}

/**
 * @param {Step} step
 * @returns {Promise<Count>}
 */
async function runStep({ title, command, count }) {
	console.log(`${title}…`);
	const started = performance.now();
	const { status, output } = await run(command);
	const counted = count?.() ?? { passed: 0, failed: 0 };
	// A step that fails with no failing test to show for it (a file that does not load) counts as one.
	if (status !== 0 && counted.failed === 0) counted.failed = 1;
	if (status === 0 && !count) counted.passed = 1;
	if (counted.failed > 0) console.log(output);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`  ${counted.passed} passed, ${counted.failed} failed, in ${seconds} s`);
	return counted;
}

/**
 * @param {Step} step
 * @returns {Count}
 */
function cannotRun({ title, needs }) {
	console.log(`${title}: cannot run, because “${needs}” failed.`);
	return { passed: 0, failed: 1 };
}

/**
 * @param {string[]} command
 * @returns {Promise<{ status: number, output: string }>}
 */
function run([program = '', ...args]) {
	const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
	const env = {
		...process.env,
		...plain,
		PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/playwright.json`
	};
	return new Promise((resolve) => {
		const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
		child.stdout.on('data', collect);
		child.stderr.on('data', collect);
		child.on('error', (error) => resolve({ status: 1, output: `${program}: ${error.message}` }));
		child.on('close', (code) => resolve({ status: code ?? 1, output }));
	});
}

/** @returns {Count} */
function countVitest() {
	const { numPassedTests, numFailedTests, testResults } = readReport('vitest') ?? {};
	const unloaded = (testResults ?? []).filter(
		(/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
			file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
	);
	for (const { assertionResults } of testResults ?? []) {
		for (const { status, title } of assertionResults) {
			if (status === 'skipped' || status === 'pending') console.log(`  not run: ${title}`);
		}
	}
	return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) + unloaded.length };
}

/** @returns {Count} */
function countPlaywright() {
	const { expected, unexpected, flaky } = readReport('playwright')?.stats ?? {};
	return { passed: expected ?? 0, failed: (unexpected ?? 0) + (flaky ?? 0) };
}

// Read once and removed, so that a run that ends before writing its report is not counted by an old one.
/** @param {string} name */
function readReport(name) {
	const file = `${reports}/${name}.json`;
	if (!existsSync(file)) return undefined;
	const report = JSON.parse(readFileSync(file, 'utf8'));
	rmSync(file);
	return report;
}
