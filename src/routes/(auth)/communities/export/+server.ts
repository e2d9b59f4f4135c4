import { redirect } from '@sveltejs/kit';
import { wholeExport } from '../../../(app)/settings/export/whole-export.server.ts';
import type { RequestHandler } from './$types';

/** The same file as in the settings, for whoever is in no community any more. */
export const GET: RequestHandler = async ({ locals: { app, userId } }) => {
	if (!userId) redirect(303, '/sign-in?then=/communities');
	return wholeExport(app.db, userId);
};
