import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { sayReasons, sayWhy } from '#lib/i18n/match-reasons.ts';
import { listMerges } from '#lib/matching/merge-list.server.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { readSide } from '#lib/matching/review-side.server.ts';
import { askAgain, keepApart, pairsToReview } from '#lib/matching/review.server.ts';
import { undoMerge } from '#lib/matching/undo-merge.server.ts';
import { retellTies } from '#lib/network/retell.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor, locale } = locals;
	const { db } = locals.app;
	const pairs = await pairsToReview(db, actor);
	const skipped = Math.max(0, Number.parseInt(url.searchParams.get('skip') ?? '0', 10) || 0);
	const pair = pairs[skipped];
	const sides = pair && [
		await readSide(db, actor, pair.oneId),
		await readSide(db, actor, pair.otherId)
	];
	const [one, other] = sides ?? [];
	// The first written is the one that is kept.
	const inOrder = one && other && one.createdAt > other.createdAt ? [other, one] : [one, other];
	const merges = await listMerges(db, actor);
	const joined = url.searchParams.get('joined');
	const done = merges.find(({ id }) => id === joined);
	const apart = url.searchParams.getAll('apart');
	return {
		total: pairs.length,
		skipped,
		pair: inOrder[0] && inOrder[1] ? { sides: [inOrder[0], inOrder[1]] } : null,
		reasons: sayReasons(pair?.reasons ?? [], locale),
		merges: merges.map((merge) => ({ ...merge, why: sayWhy(merge.reasons, locale) })),
		last: done
			? { merge: done.id, apart: [], name: done.keptName }
			: apart.length === 2
				? { merge: '', apart, name: '' }
				: null
	};
};

export const actions: Actions = {
	same: async ({ locals, request }) => {
		const { db, pair, skip, now } = await asked(locals, request);
		const reasons = (await pairsToReview(db, locals.actor)).find(
			(one) =>
				[one.oneId, one.otherId].toSorted().join() === [pair.oneId, pair.otherId].toSorted().join()
		)?.reasons;
		const merge = { keptId: pair.oneId, mergedId: pair.otherId, reasons: reasons ?? [] };
		const merged = await mergeContacts(db, locals.actor, merge, now, retellTies);
		if (!merged.ok) return fail(404, { gone: true });
		const [latest] = await listMerges(db, locals.actor, { contactId: pair.oneId, limit: 1 });
		redirect(303, `/contacts/review?skip=${skip}&joined=${latest?.id ?? ''}`);
	},
	apart: async ({ locals, request }) => {
		const { db, pair, skip, now } = await asked(locals, request);
		if (!(await keepApart(db, locals.actor, pair, now))) return fail(404, { gone: true });
		const last = `apart=${pair.oneId}&apart=${pair.otherId}`;
		redirect(303, `/contacts/review?skip=${skip}&${last}`);
	},
	back: async ({ locals, request }) => {
		const { db, pair, skip, now, form } = await asked(locals, request);
		const mergeId = String(form.get('merge') ?? '');
		if (mergeId !== '') {
			const merge = (await listMerges(db, locals.actor)).find(({ id }) => id === mergeId);
			if (!(await undoMerge(db, locals.actor, mergeId, now, retellTies)))
				return fail(404, { gone: true });
			if (merge) await askAgain(db, locals.actor, merge.pair, now);
		} else if (!(await askAgain(db, locals.actor, pair, now))) return fail(404, { gone: true });
		redirect(303, `/contacts/review?skip=${skip}`);
	},
	separate: async ({ locals, request }) => {
		const { db, now, form } = await asked(locals, request);
		const id = String(form.get('merge') ?? '');
		if (!(await undoMerge(db, locals.actor, id, now, retellTies))) return fail(404, { gone: true });
		redirect(303, '/contacts/review');
	}
};

async function asked(locals: App.Locals, request: Request) {
	const form = await request.formData();
	const { db } = locals.app;
	return {
		db,
		form,
		pair: { oneId: String(form.get('one') ?? ''), otherId: String(form.get('other') ?? '') },
		skip: Math.max(0, Number.parseInt(String(form.get('skip') ?? '0'), 10) || 0),
		now: await communityNow(db, signedIn(locals).communityId)
	};
}
