import { error, fail } from '@sveltejs/kit';
import { readImport, refusedLines } from '#lib/importers/import-report.server.ts';
import { resumeImport, stopImport } from '#lib/importers/steer-import.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many refused rows as one reads on a screen; all of them are in the file to take away. */
const shown = 100;

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('app:import');
	const { db } = locals.app;
	const report = await readImport(db, locals.actor, params.id);
	if (!report) error(404);
	return { report, refused: await refusedLines(db, locals.actor, params.id, shown) };
};

export const actions: Actions = {
	stop: async ({ locals, params }) => {
		if (!(await stopImport(locals.app.db, locals.actor, params.id))) return fail(409);
	},
	resume: async ({ locals, params }) => {
		const { db, queue } = locals.app;
		const resumed = await resumeImport(db, locals.actor, params.id, queue.enqueue);
		if (!resumed) return fail(409);
	}
};
