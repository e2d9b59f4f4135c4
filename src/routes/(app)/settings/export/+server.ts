import { redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { exportAccount } from '#lib/communities/export-account.server.ts';
import { exportCorrespondence } from './correspondence.server.ts';
import type { RequestHandler } from './$types';

/** Everything held about the account, as one JSON file. */
export const GET: RequestHandler = async ({ locals: { app, ...locals } }) => {
	const { userId } = signedIn(locals);
	if (!userId) redirect(303, '/settings');
	const { account, communities } = await exportAccount(app.db, userId);
	const whole = [];
	for (const own of communities) {
		whole.push({ ...own, ...(await exportCorrespondence(app.db, own.community.id, own.member)) });
	}
	const text = JSON.stringify({ account, communities: whole }, null, '\t');
	return new Response(text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="entremise.json"'
		}
	});
};
