import { type ActionFailure, error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Member } from '#lib/access/actor.ts';
import { judge } from '#lib/coach/judge.ts';
import { summarise } from '#lib/coach/summarise.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { act, type Deed } from '#lib/introductions/act.server.ts';
import { lineOf, placeOf, readAround } from '#lib/introductions/introduction-page.server.ts';
import { knownForFirstMessage } from '#lib/introductions/known-for-letter.server.ts';
import { keepReleased, sayDetail } from '#lib/introductions/keep-released.server.ts';
import { daysFrom } from '#lib/introductions/later-days.ts';
import { lettersFailed } from '#lib/introductions/letters-failed.server.ts';
import { readOutcomeForm, readSnoozeDays } from '#lib/introductions/outcome-form.ts';
import { type Refusal, statusOf } from '#lib/introductions/refusals.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'request'> & { params: { id: string } };

/** The introduction as its requester sees it; its connector answers on the request's own screen. */
async function ownPlace({ locals, params }: Omit<Event, 'request'>) {
	const place = await placeOf(locals.app.db, locals.actor, params.id);
	if (!place || locals.actor.kind !== 'member') error(404);
	if (place.as === 'connector') redirect(303, `/requests/${place.requestId}`);
	return { place, actor: locals.actor };
}

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { place, actor } = await ownPlace(event);
	const { view, introduction } = place;
	if (!view.sentAt) redirect(303, `/requests/${view.id}/write`);
	const now = await communityNow(db, actor.communityId);
	const ids = view.introductions.map((one) => one.id);
	const around = await readAround(db, actor, place, now);
	return {
		now,
		me: signedIn(event.locals).name,
		request: { id: view.id, channel: view.channel, reason: view.reason, locale: view.locale },
		connector: view.connector.name,
		introduction,
		released: introduction.released.map((one) => ({ ...one, shown: sayDetail(one) })),
		line: lineOf(view, introduction),
		around,
		firstSummary:
			around.firstMessage &&
			summaryOf(around.firstMessage.vous.text, view.locale, event.locals.locale),
		known: around.firstMessage && (await knownForFirstMessage(db, actor, view, introduction)),
		failed: await lettersFailed(db, actor.communityId, ids)
	};
};

/** What the coach makes of the first message as it is proposed, with its advice in the writer's language. */
function summaryOf(text: string, lang: Locale, adviceIn: Locale) {
	const facts = { writerReachable: true };
	return summarise(judge(text, { kind: 'first-message', lang, adviceIn, facts }));
}

/** Every change goes through the one door; a refusal is told, and the page shows where it stands. */
async function doing(
	event: Event,
	deedOf: (now: Date) => Deed | null
): Promise<ActionFailure<{ refusal: Refusal }>> {
	const { app, actor } = event.locals;
	if (actor.kind !== 'member') error(404);
	await ownPlace(event);
	const now = await communityNow(app.db, actor.communityId);
	const deed = deedOf(now);
	if (!deed) return fail(422, { refusal: 'bad_date' });
	const doors = { db: app.db, enqueue: app.queue.enqueue, secret: app.config.secret };
	const acted = await act(doors, actor, keyOf(actor, event), deed, now);
	if (!acted.ok) return fail(statusOf[acted.refusal], { refusal: acted.refusal });
	redirect(303, `/introductions/${event.params.id}`);
}

function keyOf({ communityId }: Member, { params }: Event) {
	return { communityId, introductionId: params.id };
}

export const actions: Actions = {
	open: (event) => doing(event, () => ({ event: { kind: 'read' } })),
	withdraw: (event) => doing(event, () => ({ event: { kind: 'withdraw' } })),
	mute: (event) => doing(event, () => ({ event: { kind: 'mute' } })),
	snooze: async (event) => {
		const days = readSnoozeDays(await event.request.formData());
		return doing(event, (now) =>
			days ? { event: { kind: 'snooze', until: daysFrom(now, days) } } : null
		);
	},
	report: async (event) => {
		const { outcome, note } = readOutcomeForm(await event.request.formData());
		if (!outcome) return fail(422, { outcomeMissing: true, note });
		return doing(event, () => ({
			event: { kind: 'report', outcome },
			words: { outcome, outcomeNote: note }
		}));
	},
	keep: async (event) => {
		const { db } = event.locals.app;
		const { place, actor } = await ownPlace(event);
		const now = await communityNow(db, actor.communityId);
		if (!(await keepReleased(db, actor, place, now))) return fail(409, { refusal: 'too_late' });
		redirect(303, `/introductions/${event.params.id}`);
	}
};
