import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { judge } from '#lib/coach/judge.ts';
import { summarise } from '#lib/coach/summarise.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { requestFacts } from '#lib/introductions/coach-facts.server.ts';
import { requestFooter } from '#lib/introductions/deliveries.ts';
import { saveDraft } from '#lib/introductions/draft.server.ts';
import { handLinks } from '#lib/introductions/hand-links.ts';
import { fillLinks, placeholderOf } from '#lib/introductions/links.server.ts';
import { lettersFailed } from '#lib/introductions/letters-failed.server.ts';
import { statusOf } from '#lib/introductions/refusals.ts';
import { foresee } from '#lib/introductions/peace.server.ts';
import { readOwnRequest, type RequesterView } from '#lib/introductions/requester-view.server.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { stopWaiting, waitForTurn } from '#lib/introductions/wait-request.server.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import { normaliseEmail } from '#lib/people/email.ts';
import type { Actions, PageServerLoad } from './$types';

async function requestOf(locals: App.Locals, id: string): Promise<RequesterView> {
	const view = z.uuid().safeParse(id).success
		? await readOwnRequest(locals.app.db, locals.actor, id)
		: null;
	return view ?? error(404);
}

/** What is added below the letter: the private link, and who knows nothing yet. */
async function footerOf(locals: App.Locals, view: RequesterView): Promise<string> {
	const { db, config } = locals.app;
	const { communityId } = signedIn(locals);
	const subject = { purpose: 'connector', requestId: view.id } as const;
	const link = (await placeholderOf(db, communityId, subject)) ?? '';
	const names = view.introductions.map((one) => one.target.name);
	return fillLinks(config, communityId, requestFooter(names, link, view.locale));
}

/** Once mailed, the link is its addressee's alone, unless the letter did not arrive. */
async function linkShows(locals: App.Locals, view: RequesterView): Promise<boolean> {
	if (!view.sentAt || view.channel === 'hand') return true;
	const ids = view.introductions.map((one) => one.id);
	const failed = await lettersFailed(locals.app.db, signedIn(locals).communityId, ids);
	return failed.some((one) => one.what === 'request');
}

/** What the coach makes of the letter, while it can still be changed. */
async function summaryOf({ app, actor, locale }: App.Locals, view: RequesterView) {
	if (view.sentAt || view.sendOn) return null;
	const facts = await requestFacts(app.db, actor, view);
	const options = { kind: 'request', lang: view.locale, adviceIn: locale, facts } as const;
	return summarise(judge(view.letter, options));
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const view = await requestOf(locals, params.id);
	if (!view.sentAt && (!view.letter || !view.subject || view.introductions.length === 0))
		redirect(303, `/requests/${view.id}/write`);
	const footer = (await linkShows(locals, view)) ? await footerOf(locals, view) : '';
	const text = footer ? `${view.letter}\n\n—\n${footer}` : view.letter;
	const { contactId } = view.connector;
	const contact = contactId ? await readContact(locals.app.db, locals.actor, contactId) : null;
	const detail = (kind: string) =>
		contact?.details.find((one) => one.kind === kind)?.normalised ?? '';
	const links = handLinks({
		subject: view.subject,
		text,
		email: view.connector.email,
		phone: detail('phone'),
		profile: detail('profile')
	});
	const summary = await summaryOf(locals, view);
	const member = signedIn(locals);
	const now = await communityNow(locals.app.db, member.communityId);
	const foreseen = await foresee(locals.app.db, locals.actor, view.id, now);
	const shown = footer ? links : null;
	return { view, text, links: shown, sender: member.name, summary, foreseen, now };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { app, actor } = locals;
		const form = await request.formData();
		const channel = form.get('channel') === 'hand' ? 'hand' : 'mail';
		const typed = { channel, email: String(form.get('email') ?? '').trim() };
		const view = await requestOf(locals, params.id);
		const member = signedIn(locals);
		const now = await communityNow(app.db, member.communityId);
		if (form.get('when') === 'never') {
			await stopWaiting(app.db, actor, view.id);
			redirect(303, `/requests/${view.id}/write?taken_back`);
		}
		const knowing = form.has('several');
		if (form.get('when') === 'later') {
			const waits = await waitForTurn(app.db, actor, view.id, now, { knowing });
			if (waits.ok) redirect(303, `/requests/${view.id}/preview?waits`);
			return fail(statusOf[waits.refusal], { ...typed, refusal: waits.refusal });
		}
		if (channel === 'mail' && !view.connector.asMember && typed.email !== view.connector.email) {
			const email = normaliseEmail(typed.email);
			if (!email.ok) return fail(422, { ...typed, refusal: 'no_address' as const });
			await saveDraft(app.db, actor, view.id, { connectorEmail: email.email }, now);
		}
		const limit = await app.limits.take('send', member.memberId);
		if (!limit.ok) return fail(429, { ...typed, minutes: Math.ceil(limit.retryAfterSeconds / 60) });
		const doors = { db: app.db, enqueue: app.queue.enqueue, secret: app.config.secret };
		const sent = await sendRequest(doors, actor, view.id, channel, now, { knowing });
		if (!sent.ok) return fail(statusOf[sent.refusal], { ...typed, refusal: sent.refusal });
		const refused = sent.refused.length > 0 ? '&refused=1' : '';
		redirect(303, `/requests/${view.id}?sent=${channel}${refused}`);
	}
};
