import { error, fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { closedNow } from '#lib/introductions/judge-peace.ts';
import { changePeace, readOwnPeace } from '#lib/introductions/own-peace.server.ts';
import { readPeaceForm } from '#lib/introductions/peace-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db } = locals.app;
	const now = await communityNow(db, signedIn(locals).communityId);
	const own = await readOwnPeace(db, locals.actor, now);
	if (!own) error(404);
	const { reached, ...peace } = own;
	return {
		peace,
		thisMonth: own.thisMonth,
		/** As others are told of it. */
		closed: closedNow(peace, reached, now),
		now,
		saved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		signedIn(locals);
		const read = readPeaceForm(await request.formData());
		if (!read.ok) return fail(422, { goalsMissing: read.refusal === 'goals_missing' });
		if (!(await changePeace(locals.app.db, locals.actor, read.peace))) return fail(403);
		redirect(303, '/settings/peace?saved');
	}
};
