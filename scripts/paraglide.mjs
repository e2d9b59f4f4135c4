/** How messages are compiled; shared by Vite and by the compile step that tests and the command line need. */
export const paraglide = {
	project: './project.inlang',
	outdir: './src/lib/i18n/paraglide',
	emitTsDeclarations: true,
	emitGitIgnore: false,
	emitPrettierIgnore: false,
	emitReadme: false,
	outputStructure: /** @type {const} */ ('message-modules'),
	// Server and browser overwrite getLocale: the account or the page decides, never a cookie read here.
	strategy: /** @type {['globalVariable', 'baseLocale']} */ (['globalVariable', 'baseLocale'])
};
