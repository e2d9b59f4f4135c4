import { error, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { lineOf } from '#lib/introductions/introduction-page.server.ts';
import { lettersFailed } from '#lib/introductions/letters-failed.server.ts';
import { readOwnRequest, type RequesterView } from '#lib/introductions/requester-view.server.ts';
import { isId } from '#lib/people/book.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!isId(params.id)) error(404);
	const now = await communityNow(locals.app.db, signedIn(locals).communityId);
	const view = await readOwnRequest(locals.app.db, locals.actor, params.id);
	if (!view) error(404);
	if (!view.sentAt) redirect(303, `/requests/${view.id}/write`);
	return { as: 'requester' as const, now, ...(await ownRequest(locals, view, url)) };
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
