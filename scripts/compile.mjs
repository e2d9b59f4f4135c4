import { globSync, readFileSync } from 'node:fs';
import { keepFresh } from './fresh.mjs';
import { fail, say } from './launch.mjs';
import { paraglide } from './paraglide.mjs';

/** Compiles the messages of both languages into src/lib/i18n/paraglide when they changed. */
export async function compileMessages() {
	await keepFresh('messages', {
		from: ['messages/**/*.json', 'project.inlang/settings.json', 'scripts/paraglide.mjs'],
		makes: `${paraglide.outdir}/messages.js`,
		by: async () => {
			say('Compiling the messages…');
			const { compile } = await import('@inlang/paraglide-js');
			await compile({ ...paraglide, cleanOutdir: false });
			refuseMissing();
		}
	});
}

// The compiler succeeds without a word when it finds no messages at all.
function refuseMissing() {
	const index = readFileSync(`${paraglide.outdir}/messages/_index.js`, 'utf8');
	const keys = globSync('messages/*/en.json')
		.flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8'))))
		.filter((key) => key !== '$schema');
	const missing = keys.filter((key) => !index.includes(`/${key}.js'`));
	if (missing.length > 0) {
		fail(
			`${missing.length} messages did not compile, for example ${missing[0]}. ` +
				'Check that their files are listed in project.inlang/settings.json.'
		);
	}
}
