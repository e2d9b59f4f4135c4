import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { communityNow } from '#lib/db/clock.server.ts';
import { requestFacts } from '#lib/introductions/coach-facts.server.ts';
import { knownForRequest } from '#lib/introductions/known-for-letter.server.ts';
import { readDraftForm } from '#lib/introductions/draft-form.ts';
import { addTarget, dropDraft, removeTarget, saveDraft } from '#lib/introductions/draft.server.ts';
import { chosenPerson } from '#lib/introductions/new-request.ts';
import { foresee } from '#lib/introductions/peace.server.ts';
import { proposeLetter } from '#lib/introductions/propose-letter.server.ts';
import { statusOf } from '#lib/introductions/refusals.ts';
import { readOwnRequest, type RequesterView } from '#lib/introductions/requester-view.server.ts';
import { readingsOfRequest } from '#lib/readings/readings-of-request.server.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'request'> & { params: { id: string } };

async function draftOf({
	locals,
	params
}: Pick<Event, 'locals' | 'params'>): Promise<RequesterView> {
	const view = z.uuid().safeParse(params.id).success
		? await readOwnRequest(locals.app.db, locals.actor, params.id)
		: null;
	if (!view) error(404);
	if (view.sentAt) redirect(303, `/requests/${view.id}`);
	if (view.sendOn) redirect(303, `/requests/${view.id}/preview`);
	return view;
}

export const load: PageServerLoad = async (event) => {
	const draft = await draftOf(event);
	const { app, actor } = event.locals;
	const { id, connector } = draft;
	const facts = await requestFacts(app.db, actor, draft);
	const now = await nowOf(event);
	return {
		draft,
		facts,
		known: await knownForRequest(app.db, actor, draft, facts.targetInNetwork ?? null),
		readings: await readingsOfRequest(app.db, actor, {
			id,
			connectorMemberId: connector.memberId
		}),
		foreseen: await foresee(app.db, actor, id, now),
		now
	};
};

function nowOf({ locals }: Pick<Event, 'locals'>): Promise<Date> {
	return communityNow(locals.app.db, signedIn(locals).communityId);
}

/** Saves what the form holds, and proposes the letter anew as long as nobody has touched it. */
async function save(event: Event, form: FormData): Promise<RequesterView> {
	const { app, actor } = event.locals;
	const before = await draftOf(event);
	const change = readDraftForm(form, before);
	const now = await nowOf(event);
	const saved = await saveDraft(app.db, actor, before.id, change, now);
	if (!saved.ok) error(statusOf[saved.refusal]);
	if (!change.letterEdited) await proposeLetter(app.db, actor, before.id, now);
	return draftOf(event);
}

async function leaveOut(event: Event, draft: RequesterView, introductionId: string) {
	const { app, actor } = event.locals;
	await removeTarget(app.db, actor, draft.id, introductionId);
	if (!draft.letterEdited) await proposeLetter(app.db, actor, draft.id, await nowOf(event));
	redirect(303, `/requests/${draft.id}/write`);
}

export const actions: Actions = {
	save: async (event) => {
		const draft = await save(event, await event.request.formData());
		return { saved: true, subject: draft.subject, letter: draft.letter };
	},
	// The crosses beside the names are buttons of this form: leaving somebody out is saving without them.
	next: async (event) => {
		const form = await event.request.formData();
		const draft = await save(event, form);
		if (form.has('left_out')) return leaveOut(event, draft, String(form.get('left_out')));
		const missing = {
			subject: draft.subject === '',
			letter: draft.letter === '',
			targets: draft.introductions.length === 0
		};
		if (Object.values(missing).some(Boolean)) return fail(422, { missing });
		redirect(303, `/requests/${draft.id}/preview`);
	},
	propose: async (event) => {
		const draft = await save(event, await event.request.formData());
		await proposeLetter(event.locals.app.db, event.locals.actor, draft.id, await nowOf(event));
		const { subject, letter } = await draftOf(event);
		return { proposed: true, subject, letter };
	},
	add: async (event) => {
		const form = await event.request.formData();
		const draft = await save(event, form);
		const person = chosenPerson.safeParse({
			name: form.get('person') ?? '',
			contactId: form.get('person_id') || null
		});
		if (!person.success) return fail(422, { person: 'name_missing' as const });
		const { app, actor } = event.locals;
		const added = await addTarget(app.db, actor, draft.id, person.data, await nowOf(event));
		if (!added.ok) return fail(statusOf[added.refusal], { person: 'targets_too_many' as const });
		if (!draft.letterEdited) await proposeLetter(app.db, actor, draft.id, await nowOf(event));
		redirect(303, `/requests/${draft.id}/write`);
	},
	drop: async (event) => {
		const draft = await draftOf(event);
		await dropDraft(event.locals.app.db, event.locals.actor, draft.id);
		redirect(303, '/introductions');
	}
};
