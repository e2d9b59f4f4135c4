import { listImports } from '#lib/importers/import-report.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('app:import');
	const imports = await listImports(locals.app.db, locals.actor);
	return { imports: imports.filter(({ state }) => state !== 'uploading') };
};
