import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { beginDraft, beginRefusal } from '#lib/introductions/draft.server.ts';
import { lastGoal } from '#lib/introductions/last-goal.server.ts';
import { keepPeople, knownAlready } from '#lib/introductions/keep-people.server.ts';
import { readRequestForm, type RequestErrors } from '#lib/introductions/request-form.ts';
import type { Goal } from '#lib/introductions/judge-peace.ts';
import { proposeLetter } from '#lib/introductions/propose-letter.server.ts';
import type { TypedRequest } from '#lib/introductions/typed-request.ts';
import { decideTyped, ownOf } from '#lib/matching/decide-typed.server.ts';
import { tooOften } from '../../../visitor.ts';
import { askRows, sayRow } from './ask-known.server.ts';
import { openedWith } from './opened-with.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	...(await openedWith(locals, url.searchParams)),
	goal: await lastGoal(locals.app.db, locals.actor)
});

const noErrors: RequestErrors = {};

/** The form again; `accepts`: for what the connector may be asked instead. */
async function notBegun(locals: App.Locals, typed: TypedRequest, accepts?: readonly Goal[]) {
	const asked = await askRows(locals, typed);
	return accepts
		? fail(422, { typed, errors: noErrors, asked, accepts })
		: fail(404, { typed, errors: { connector: 'not_found' as const }, asked });
}

export const actions: Actions = {
	begin: async ({ locals, request }) => {
		const { app, actor } = locals;
		const { typed, wanted, rows, errors } = readRequestForm(await request.formData());
		if (actor.kind !== 'member') redirect(303, '/sign-in');
		if (!wanted) return fail(422, { typed, errors, asked: await askRows(locals, typed) });
		// Judged before anybody is kept: a refusal leaves nothing behind.
		const connector = await knownAlready(app.db, actor, wanted.connector);
		const refused = await beginRefusal(app.db, actor, { ...wanted, connector });
		if (refused) return notBegun(locals, typed, refused.accepts);
		const now = await communityNow(app.db, actor.communityId);
		const hows = rows.map(({ how }) => how.trim());
		const owns = await Promise.all(rows.map(({ same }) => ownOf(app.db, actor, same)));
		const targets = wanted.targets.map((one, at) => ({
			...one,
			contactId: one.contactId ?? owns[at] ?? null
		}));
		const kept = await keepPeople(app.db, actor, { ...wanted, connector, targets }, hows, now);
		for (const [at, { contactId }] of kept.targets.entries()) {
			const row = rows[at];
			if (!contactId || !row || targets[at]?.contactId) continue;
			await decideTyped(app.db, actor, contactId, row, now);
			const match = { communityId: actor.communityId, memberId: actor.memberId, contactId };
			await app.queue.enqueue(app.db, 'match_book', match);
		}
		const doors = { db: app.db, secret: app.config.secret };
		const begun = await beginDraft(doors, actor, kept, now);
		if (!begun.ok) return notBegun(locals, typed, begun.accepts);
		await proposeLetter(app.db, actor, begun.requestId, now);
		redirect(303, `/requests/${begun.requestId}/write`);
	},
	/** Without scripts: who may be meant is asked by a button, and answered by others. */
	known: async (event) => {
		const { locals, request } = event;
		const form = await request.formData();
		const { typed } = readRequestForm(form);
		const limit = await locals.app.limits.take('known', signedIn(locals).memberId);
		if (!limit.ok) return tooOften(event, limit, { typed, errors: noErrors, asked: [] });
		await sayRow(locals, typed, String(form.get('say') ?? ''));
		typed.targets = typed.targets.filter(({ name, contactId }) => name.trim() || contactId);
		return { typed, errors: noErrors, asked: await askRows(locals, typed), wasAsked: true };
	}
};
