import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { partOf } from '#lib/access/part.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Channel, moves, type State } from '#lib/introductions/lifecycle.ts';
import { type Key, loadIntroduction } from '#lib/introductions/load-introduction.server.ts';
import { readWriter } from '#lib/introductions/load-request.server.ts';

/** What a target sees: who asks, through whom, why, and his own answer so far. */
export interface AnswerView {
	requester: { name: string; headline: string };
	connector: { name: string };
	target: { name: string };
	letter: string;
	subject: string;
	askedBy: 'mail' | 'hand' | null;
	/** The letter's language, in which the page speaks unless switched. */
	locale: 'fr' | 'en';
	state: State;
	/** Whether an answer, or another one, may still be given. */
	open: boolean;
	/** His own released details, to show back and to change. */
	details: Partial<Record<Channel, string>>;
	answerWord: string;
	postponedUntil: string | null;
	suggested: { name: string; about: string } | null;
	neverAgain: boolean;
	muted: boolean;
}

/** An ask as its target sees it; null for everybody else. */
export async function readAsk(
	db: Kysely<Database>,
	actor: Actor,
	key: Key
): Promise<AnswerView | null> {
	const found = await loadIntroduction(db, key);
	if (!found || partOf(actor, found.cast) !== 'target') return null;
	const { introduction: row, request, life } = found;
	const requester = await readWriter(db, key.communityId, request.requesterId);
	return {
		requester: { name: requester.name, headline: requester.headline },
		connector: { name: request.connectorName },
		target: { name: row.targetName },
		letter: row.askLetter,
		subject: row.askSubject,
		askedBy: row.askChannel,
		locale: row.askLocale ?? request.locale,
		state: life.state,
		open: moves.agree.from.includes(life.state),
		details: await ownDetails(db, key),
		answerWord: row.answerWord,
		postponedUntil: row.postponedUntil,
		suggested: row.suggestedName ? { name: row.suggestedName, about: row.suggestedAbout } : null,
		neverAgain: row.neverAgain,
		muted: row.muted
	};
}

async function ownDetails(db: Kysely<Database>, key: Key) {
	const rows = await db
		.selectFrom('releases')
		.select(['kind', 'value'])
		.where('communityId', '=', key.communityId)
		.where('introductionId', '=', key.introductionId)
		.where('releasedBy', '=', 'target')
		.execute();
	const details: Partial<Record<Channel, string>> = {};
	for (const { kind, value } of rows) details[kind] = value;
	return details;
}
