import { redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { wholeExport } from './whole-export.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { app, ...locals } }) => {
	const { userId } = signedIn(locals);
	if (!userId) redirect(303, '/settings');
	return wholeExport(app.db, userId);
};
