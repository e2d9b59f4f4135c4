import type { Kysely } from 'kysely';
import type { TargetLink } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Deed, Doors } from '#lib/introductions/act.server.ts';
import { actOnce, type Once } from '#lib/introductions/act-once.server.ts';
import { type AnswerView, readAsk } from '#lib/introductions/answer-view.server.ts';
import { type ClosedLink, knockAsTarget } from '#lib/introductions/knock.server.ts';
import type { Key } from '#lib/introductions/load-introduction.server.ts';

export type OpenedAsk =
	| { ok: true; actor: TargetLink; key: Key; view: AnswerView; now: Date }
	| { ok: false; closed: ClosedLink };

/**
 * The ask behind an answer link. A link of an ask that was given up (by requester or connector) is
 * 'withdrawn' and shows nothing any more; one that was never sent is 'unknown'. Changes nothing.
 */
export async function openAsk(db: Kysely<Database>, token: string): Promise<OpenedAsk> {
	const knocked = await knockAsTarget(db, token);
	if (!knocked.ok) return knocked;
	const { actor, now } = knocked;
	const key = { communityId: actor.communityId, introductionId: actor.introductionId };
	const view = await readAsk(db, actor, key);
	if (!view) return { ok: false, closed: 'unknown' };
	const givenUp = view.state === 'withdrawn' || view.state === 'turned_down';
	return givenUp ? { ok: false, closed: 'withdrawn' } : { ok: true, actor, key, view, now };
}

/** Gives a target's answer. The same answer twice (two clicks, a reload) is one answer. */
export function giveAnswer(
	doors: Doors,
	actor: TargetLink,
	key: Key,
	deed: Deed,
	now: Date
): Promise<Once> {
	return actOnce(doors, actor, key, deed, now, async (trx) => {
		const view = await readAsk(trx, actor, key);
		return view !== null && alreadySaid(view, deed);
	});
}

function alreadySaid(view: AnswerView, { event, details = {}, words = {} }: Deed): boolean {
	if (event.kind === 'mute') return view.muted;
	if (view.answeredBy !== 'target') return false;
	const sameWord = view.answerWord === (words.answerWord ?? '');
	switch (event.kind) {
		case 'agree': {
			const { email, phone } = view.details;
			const sameDetails = email === details.email && phone === details.phone;
			return view.state === 'agreed' && sameDetails && sameWord;
		}
		case 'postpone':
			return view.state === 'postponed' && view.postponedUntil === event.until;
		case 'decline':
			return view.state === 'declined' && view.neverAgain === event.never;
		case 'redirect': {
			const { name, about } = view.suggested ?? {};
			const sameName = name === words.suggestedName && about === words.suggestedAbout;
			return view.state === 'redirected' && sameName && sameWord;
		}
		default:
			return false;
	}
}
