import { fail, redirect } from '@sveltejs/kit';
import { communityNow } from '#lib/db/clock.server.ts';
import { beginDraft } from '#lib/introductions/draft.server.ts';
import { keepPeople } from '#lib/introductions/keep-people.server.ts';
import { readRequestForm } from '#lib/introductions/request-form.ts';
import { proposeLetter } from '#lib/introductions/propose-letter.server.ts';
import { openedWith } from './opened-with.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => openedWith(locals, url.searchParams);

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { app, actor } = locals;
		const { typed, wanted, rows, errors } = readRequestForm(await request.formData());
		if (actor.kind !== 'member') redirect(303, '/sign-in');
		if (!wanted) return fail(422, { typed, errors });
		const now = await communityNow(app.db, actor.communityId);
		const hows = rows.map(({ how }) => how.trim());
		const kept = await keepPeople(app.db, actor, wanted, hows, now);
		const doors = { db: app.db, secret: app.config.secret };
		const begun = await beginDraft(doors, actor, kept, now);
		if (!begun.ok) return fail(404, { typed, errors: { connector: 'not_found' as const } });
		await proposeLetter(app.db, actor, begun.requestId, now);
		redirect(303, `/requests/${begun.requestId}/write`);
	}
};
