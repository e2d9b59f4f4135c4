import { fail, redirect } from '@sveltejs/kit';
import { readAccount } from '#lib/communities/profile.server.ts';
import { signInByLink } from '#lib/communities/sign-in.server.ts';
import { firstPage } from '../../../first-page.server.ts';
import { leaveDemo, tooOften, visitorOf } from '../../../../visitor.ts';
import type { Actions } from './$types';

// Opening the page changes nothing: mail scanners open links.
export const actions: Actions = {
	default: async (event) => {
		const { app } = event.locals;
		const answer = await signInByLink(app, visitorOf(event), event.params.token);
		if (!answer.ok && answer.refusal === 'too_many') return tooOften(event, answer, {});
		if (!answer.ok) return fail(410, { expired: true });
		leaveDemo(event);
		const account = await readAccount(app.db, answer.userId);
		const wanted = account?.hasPassword ? '/' : '/settings#password';
		redirect(303, await firstPage(app.db, answer.userId, wanted));
	}
};
