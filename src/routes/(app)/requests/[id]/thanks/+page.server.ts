import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { communityNow } from '#lib/db/clock.server.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { proposeThanks } from '#lib/introductions/propose.server.ts';
import { statusOf } from '#lib/introductions/refusals.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { thank } from '#lib/introductions/thank.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, actor } = locals;
	const view = z.uuid().safeParse(params.id).success
		? await readOwnRequest(app.db, actor, params.id)
		: null;
	if (!view) error(404);
	if (!view.sentAt) redirect(303, `/requests/${view.id}/write`);
	const due = view.introductions.some((one) => one.state === 'met' || one.state === 'closed');
	if (!due && view.thankedAt) redirect(303, `/requests/${view.id}`);
	return { view, due, proposed: (await proposeThanks(app.db, actor, view))?.text ?? '' };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { app, actor } = locals;
		const form = await request.formData();
		const letter = String(form.get('letter') ?? '')
			.replaceAll('\r\n', '\n')
			.slice(0, 20_000);
		const channel = form.get('channel') === 'mail' ? 'mail' : 'hand';
		const { communityId, memberId } = signedIn(locals);
		const limit = await app.limits.take('send', memberId);
		if (!limit.ok)
			return fail(429, { letter, channel, minutes: Math.ceil(limit.retryAfterSeconds / 60) });
		const now = await communityNow(app.db, communityId);
		const doors = { db: app.db, enqueue: app.queue.enqueue, secret: app.config.secret };
		const thanked = await thank(doors, actor, params.id, { letter, channel }, now);
		if (!thanked.ok)
			return fail(statusOf[thanked.refusal], { letter, channel, refusal: thanked.refusal });
		redirect(303, `/requests/${params.id}?thanked=1`);
	}
};
