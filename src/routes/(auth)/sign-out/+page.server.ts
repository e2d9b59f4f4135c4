import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/communities/sign-in.server.ts';
import { leaveDemo } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.userId) redirect(303, '/sign-in');
};

export const actions: Actions = {
	default: async (event) => {
		await signOut(event.locals.app, event.cookies, 'here');
		leaveDemo(event);
		redirect(303, '/sign-in?done=signed_out');
	}
};
