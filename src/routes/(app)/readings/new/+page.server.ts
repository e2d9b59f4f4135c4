import { error, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { askReading } from '#lib/readings/ask-reading.server.ts';
import { readWord } from '#lib/readings/remark-form.ts';
import { isId } from '#lib/people/book.ts';
import { backToDraft, keepDraft, readingDoors } from '../back-to-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => error(404);

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const requestId = String(form.get('request'));
		if (!isId(requestId)) error(404);
		const { now, doors } = await readingDoors(locals);
		await keepDraft(locals, requestId, form, now);
		const limit = await locals.app.limits.take('reading', signedIn(locals).memberId);
		if (!limit.ok) redirect(303, `/requests/${requestId}/write?reading=busy#reading`);
		const adviserId = String(form.get('adviser'));
		if (!isId(adviserId)) backToDraft(requestId, { ok: false, refusal: 'no_adviser' });
		const wanted = { requestId, adviserId, word: readWord(form) };
		backToDraft(requestId, await askReading(doors, locals.actor, wanted, now), 'asked');
	}
};
