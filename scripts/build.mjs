import { spawnSync } from 'node:child_process';
import { keepFresh } from './fresh.mjs';
import { fail, say } from './launch.mjs';

const sources = [
	'src/**/*',
	'static/**/*',
	'messages/**/*.json',
	'migrations/*.ts',
	'scripts/paraglide.mjs',
	'*.config.ts',
	'package.json',
	'package-lock.json',
	'tsconfig.json'
];

/** Builds the application into build/ when its sources changed; silent unless it fails. */
export async function buildApplication() {
	await keepFresh('build', {
		from: sources,
		makes: 'build/handler.js',
		by: async () => {
			say('Building the application (about half a minute, only when it changed)…');
			const { status, stdout, stderr } = spawnSync('vite', ['build'], {
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'pipe'],
				maxBuffer: 1e9
			});
			if (status === 0) return;
			say(`${stdout}\n${stderr}`);
			fail('The application could not be built; the reason is above.');
		}
	});
}
