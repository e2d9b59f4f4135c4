import { listImports } from '#lib/importers/import-report.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	imports: await listImports(locals.app.db, locals.actor)
});
