import { error, fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { actAsConnector } from '#lib/introductions/connector-actions.server.ts';
import { readConnectorPage } from '#lib/introductions/connector-page.server.ts';
import { lineOf } from '#lib/introductions/introduction-page.server.ts';
import { lettersFailed } from '#lib/introductions/letters-failed.server.ts';
import { readOwnRequest, type RequesterView } from '#lib/introductions/requester-view.server.ts';
import { isId } from '#lib/people/book.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** One address for both who are party to a request; for everybody else it does not exist. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!isId(params.id)) error(404);
	const { actor } = locals;
	const { db, config } = locals.app;
	const { communityId } = signedIn(locals);
	const now = await communityNow(db, communityId);
	const view = await readOwnRequest(db, actor, params.id);
	if (view && !view.sentAt) redirect(303, `/requests/${view.id}/write`);
	if (view) return { as: 'requester' as const, now, ...(await ownRequest(locals, view, url)) };
	const page = await readConnectorPage({ db, ...config }, actor, communityId, params.id, now);
	return { as: 'connector' as const, page: page ?? error(404) };
};

/** A request that was sent, as its requester follows it. */
async function ownRequest(locals: App.Locals, view: RequesterView, url: URL) {
	const { db } = locals.app;
	const member = signedIn(locals);
	const { contactId } = view.connector;
	const contact = contactId ? await readContact(db, locals.actor, contactId) : null;
	const ids = view.introductions.map((one) => one.id);
	const { id, subject, letter, locale, channel, sentAt, thanksLetter, thankedAt } = view;
	return {
		me: member.name,
		request: { id, subject, letter, locale, channel, sentAt, thanksLetter, thankedAt },
		connector: { name: view.connector.name, contactId: contact?.id ?? null },
		lines: view.introductions.map((one) => lineOf(view, one)),
		failed: await lettersFailed(db, member.communityId, ids),
		/** What was just done, for its confirmation. */
		done: { sent: url.searchParams.has('sent'), thanked: url.searchParams.has('thanked') }
	};
}

export const actions: Actions = {
	connector: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const { db, queue, limits, config } = locals.app;
		const { communityId } = signedIn(locals);
		const now = await communityNow(db, communityId);
		const { actor, locale } = locals;
		const place = { actor, communityId, requestId: params.id, now, locale };
		const doors = { db, enqueue: queue.enqueue, limits, ...config };
		const acted = await actAsConnector(doors, place, await request.formData());
		if (acted.kind === 'closed') error(404);
		if (acted.kind === 'form')
			return acted.status < 400 ? acted.form : fail(acted.status, acted.form);
		redirect(303, `/requests/${params.id}#i-${acted.introductionId}`);
	}
};
