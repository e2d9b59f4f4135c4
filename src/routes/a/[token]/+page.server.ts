import { fail, redirect } from '@sveltejs/kit';
import type { Deed } from '#lib/introductions/act.server.ts';
import { giveAnswer } from '#lib/introductions/answer-door.server.ts';
import { endingOf, typedFrom } from '#lib/introductions/answer-endings.ts';
import { type AnswerTyped, answerTyped, readAnswer } from '#lib/introductions/answer-form.ts';
import { laterDays } from '#lib/introductions/later-days.ts';
import { statusOf } from '#lib/introductions/refusals.ts';
import type { Actions, PageServerLoad } from './$types';
import { openDoor, pageOf } from './door.server.ts';

export const load: PageServerLoad = async (event) => {
	const { view, names, now } = await openDoor(event);
	const ending = endingOf(view);
	const changing = event.url.searchParams.has('change');
	if (ending && !(view.open && changing)) redirect(303, pageOf(event.params, event.url, ending));
	const { mailAddress } = event.locals.app.config;
	return { view, names, changing, days: laterDays(now), typed: typedFrom(view), mailAddress };
};

export const actions: Actions = {
	default: async (event) => {
		const { actor, key, view, now } = await openDoor(event);
		const { app, locale } = event.locals;
		const data = Object.fromEntries(await event.request.formData());
		const typed = answerTyped.parse(data);
		const taken = await app.limits.take('answer', key.introductionId);
		if (!taken.ok) return fail(429, { typed, errors: {}, refused: 'busy' as const });
		const read =
			data['do'] === 'mute' ? mute : readAnswer(typed, { askedAt: view.askedAt, locale, now });
		if (!read.ok) return fail(422, { typed, errors: read.errors, refused: null });
		const doors = { db: app.db, enqueue: app.queue.enqueue, secret: app.config.secret };
		const given = await giveAnswer(doors, actor, key, read.deed, now);
		// Too late: the page itself says why, and what was passed on.
		if (given.ok || given.refusal === 'too_late')
			redirect(303, pageOf(event.params, event.url, given.ok ? endingFor(typed, read) : undefined));
		return fail(statusOf[given.refusal], { typed, errors: {}, refused: 'changed' as const });
	}
};

const mute: { ok: true; deed: Deed } = { ok: true, deed: { event: { kind: 'mute' } } };

function endingFor(typed: AnswerTyped, read: { deed: Deed }): string | undefined {
	if (read.deed.event.kind === 'mute' || typed.answer === '') return undefined;
	return {
		agree: 'agreed',
		postpone: 'later',
		decline: 'declined',
		never: 'never',
		redirect: 'someone-else'
	}[typed.answer];
}
