import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { partOf } from '#lib/access/part.ts';
import type { Database, IntroductionRow } from '#lib/db/schema.ts';
import { readHistory } from '#lib/introductions/history.server.ts';
import { type Channel, type EventKind, moves, type State } from '#lib/introductions/lifecycle.ts';
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
	/** Where the letter was mailed to, as its holder may see it; empty when it went by hand. */
	askedAt: string;
	/** Whether the requester took the target's name from an address book or typed it. */
	named: 'book' | 'typed';
	/** The letter's language, in which the page speaks unless switched. */
	locale: 'fr' | 'en';
	state: State;
	since: Date;
	/** Who said last what the target wants; null while nobody has. */
	answeredBy: 'target' | 'connector' | null;
	/** Whether an answer, or another one, may still be given. */
	open: boolean;
	/**
	 * His own released details, to show back and to change; only hinted at when the link came by hand,
	 * since whoever carried it has it too.
	 */
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
	const answeredBy = await whoAnswered(db, key);
	const details = await ownDetails(db, key);
	const requester = await readWriter(db, key.communityId, request.requesterId);
	return {
		requester: { name: requester.name, headline: requester.headline },
		connector: { name: request.connectorName },
		target: { name: row.targetName },
		letter: row.askLetter,
		subject: row.askSubject,
		askedBy: row.askChannel,
		askedAt: row.askChannel === 'mail' ? row.askEmail : '',
		named: row.targetContactId ? 'book' : 'typed',
		locale: row.askLocale ?? request.locale,
		state: life.state,
		since: life.since,
		answeredBy,
		open: moves.agree.from.includes(life.state),
		details: row.askChannel === 'mail' ? details : masked(details),
		answerWord: row.answerWord,
		postponedUntil: row.postponedUntil,
		suggested: answeredBy === 'target' ? suggestedIn(row) : null,
		neverAgain: row.neverAgain,
		muted: row.muted
	};
}

function suggestedIn(row: IntroductionRow) {
	return row.suggestedName ? { name: row.suggestedName, about: row.suggestedAbout } : null;
}

const byTarget: EventKind[] = ['agree', 'decline', 'postpone', 'redirect'];
const byConnector: EventKind[] = ['vouch', 'suggest', 'turn_down'];

/** A new ask opens the question again; whom the connector suggested is between him and the requester. */
async function whoAnswered(db: Kysely<Database>, key: Key) {
	const history = await readHistory(db, key.communityId, [key.introductionId]);
	const told = [...byTarget, ...byConnector, 'ask'];
	const last = history.findLast(({ event }) => told.includes(event.kind));
	if (!last || last.event.kind === 'ask') return null;
	return byTarget.includes(last.event.kind) ? 'target' : 'connector';
}

function masked(details: Partial<Record<Channel, string>>): Partial<Record<Channel, string>> {
	const { email, phone } = details;
	return {
		...(email ? { email: email.replace(/^(.).*(?=@)/u, '$1…') } : {}),
		...(phone ? { phone: `…${phone.slice(-2)}` } : {})
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
