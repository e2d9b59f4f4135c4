import { redirect } from '@sveltejs/kit';
import { hasAccounts } from '#lib/communities/sign-up.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { app } }) => {
	if (await hasAccounts(app.db)) redirect(303, '/sign-in');
	return { demo: app.config.demo === 'on' };
};
