import { error, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { readDraftForm } from '#lib/introductions/draft-form.ts';
import { saveDraft } from '#lib/introductions/draft.server.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import type { Done } from '#lib/readings/reading.ts';

/** The time, and what readings need of the application. */
export async function readingDoors(locals: App.Locals) {
	const { db, queue, config } = locals.app;
	const { publicUrl, mailDomain } = config;
	const now = await communityNow(db, signedIn(locals).communityId);
	return { now, doors: { db, enqueue: queue.enqueue, publicUrl, mailDomain } };
}

/** The buttons beside a draft are in its own form: what is written there just now is kept first, or nothing is done. */
export async function keepDraft(
	locals: App.Locals,
	requestId: string,
	form: FormData,
	now: Date
): Promise<void> {
	if (!form.has('letter')) return;
	const { db } = locals.app;
	const draft = await readOwnRequest(db, locals.actor, requestId);
	if (!draft || draft.sentAt) return;
	const kept = await saveDraft(db, locals.actor, draft.id, readDraftForm(form, draft), now);
	if (!kept.ok) backToDraft(requestId, { ok: false, refusal: 'too_late' });
}

/** Back to the draft, with what was done or why not; for strangers there is nothing here. */
export function backToDraft(
	requestId: string,
	done: Done,
	told: '' | 'asked' | 'taken' = ''
): never {
	if (!done.ok && done.refusal === 'not_found') error(404);
	const word = done.ok ? told : done.refusal;
	redirect(303, `/requests/${requestId}/write${word && `?reading=${word}`}#reading`);
}
