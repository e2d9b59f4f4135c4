import type { Kysely } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import { partOf } from '#lib/access/part.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { isFaint } from '#lib/introductions/faint.ts';
import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import type { LetterText } from '#lib/introductions/letters/voice.ts';
import { loadIntroduction } from '#lib/introductions/load-introduction.server.ts';
import { proposeFirstMessage } from '#lib/introductions/propose.server.ts';
import {
	readOwnRequest,
	type RequesterIntroduction,
	type RequesterView
} from '#lib/introductions/requester-view.server.ts';
import { longSilence } from '#lib/introductions/today.ts';
import { standsStill } from '#lib/introductions/state-sentence.ts';
import { waits } from '#lib/introductions/timers.ts';
import { type Acquaintance, acquaintancesOf } from '#lib/network/acquaintances.server.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import { isId } from '#lib/people/book.ts';

type Db = Kysely<Database>;

/** Where an introduction is shown to this actor; null where it does not exist for them. */
export type Place =
	| { as: 'requester'; view: RequesterView; introduction: RequesterIntroduction }
	| { as: 'connector'; requestId: string };

/** Finds an introduction by its id, as the part this actor plays in it. */
export async function placeOf(db: Db, actor: Actor, id: string): Promise<Place | null> {
	if (actor.kind !== 'member' || !isId(id)) return null;
	const found = await loadIntroduction(db, {
		communityId: actor.communityId,
		introductionId: id
	});
	const part = found && partOf(actor, found.cast);
	if (!found || !part) return null;
	if (part === 'connector')
		return found.life.state === 'draft' ? null : { as: part, requestId: found.request.id };
	const view = await readOwnRequest(db, actor, found.request.id);
	const introduction = view?.introductions.find((one) => one.id === id);
	return view && introduction ? { as: 'requester', view, introduction } : null;
}

/** An introduction as a line of a list, from its requester's side. */
export function lineOf(view: RequesterView, one: RequesterIntroduction): IntroductionLine {
	const { id, state, since, postponedUntil, linkedFrom, target } = one;
	return {
		id,
		state,
		since,
		postponedUntil,
		linkedFrom,
		requestId: view.id,
		as: 'requester',
		other: view.connector.name,
		target: { name: target.name, company: target.company },
		sendOn: view.sendOn,
		held: view.held !== '',
		barred: state === 'draft' && view.sentAt !== null,
		away: view.connector.away
	};
}

/** What a requester's page of one introduction shows besides the introduction itself. */
export interface Around {
	/** How the member knows the connector; empty when that is no contact of theirs any more. */
	tie: { facts: Fact[]; faint: boolean };
	/** The member's contacts behind the two, where they are still there. */
	contacts: { connector: string | null; target: string | null };
	/** Whether all that was released stands in the contact already. */
	kept: boolean;
	/** As it is proposed, in either register. */
	firstMessage: Record<'tu' | 'vous', LetterText> | null;
	/** It has been time to note what came of it for some days. */
	outcomeDue: boolean;
	/** It is time to look elsewhere: after a no, a long silence, or when the connector has gone. */
	seeking: boolean;
	/** Who else among the member's contacts knows the target; only when it is time to look elsewhere. */
	others: Pick<Acquaintance, 'how' | 'contact'>[];
	/** Where the person suggested instead is asked for. */
	linked: { id: string; requestId: string; sent: boolean } | null;
}

const day = 86_400_000;

/** Reads what stands around an introduction of this member's own. */
export async function readAround(
	db: Db,
	actor: Member,
	{ view, introduction }: Extract<Place, { as: 'requester' }>,
	now: Date
): Promise<Around> {
	const { state, released, target, since } = introduction;
	const [connector, contact, linked, firstMessage] = await Promise.all([
		ownContact(db, actor, view.connector.contactId),
		ownContact(db, actor, target.contactId),
		linkedTo(db, actor, introduction.id),
		proposeFirstMessage(db, actor, view, introduction)
	]);
	const ties = connector ? await tiesTo(db, actor, [connector]) : undefined;
	const facts = (connector && ties?.get(connector.id)) ?? [];
	const details = contact?.details ?? [];
	const seeking = seeksElsewhere(introduction, now) || standsStill(lineOf(view, introduction));
	const known = contact && seeking ? await acquaintancesOf(db, actor, contact.id) : [];
	return {
		tie: { facts, faint: isFaint(facts, now) },
		contacts: { connector: connector?.id ?? null, target: contact?.id ?? null },
		kept: released.every(({ kind, value }) =>
			details.some((detail) => detail.kind === kind && detail.normalised === value)
		),
		firstMessage,
		outcomeDue: state === 'introduced' && now.getTime() - since.getTime() >= waits.introduced * day,
		seeking,
		others: known.filter((one) => one.contact.id !== connector?.id),
		linked
	};
}

function seeksElsewhere({ state, since }: RequesterIntroduction, now: Date): boolean {
	if (state !== 'requested') return ['not_possible', 'unanswered'].includes(state);
	return now.getTime() - since.getTime() >= longSilence * day;
}

function ownContact(db: Db, actor: Member, id: string | null) {
	return id ? readContact(db, actor, id) : null;
}

async function linkedTo(db: Db, { communityId, memberId }: Member, id: string) {
	const row = await db
		.selectFrom('introductions')
		.innerJoin('requests', (join) =>
			join
				.onRef('requests.communityId', '=', 'introductions.communityId')
				.onRef('requests.id', '=', 'introductions.requestId')
		)
		.select(['introductions.id', 'introductions.requestId', 'requests.sentAt'])
		.where('introductions.communityId', '=', communityId)
		.where('introductions.linkedFrom', '=', id)
		.where('requests.requesterId', '=', memberId)
		.orderBy('introductions.createdAt', 'desc')
		.executeTakeFirst();
	return row ? { id: row.id, requestId: row.requestId, sent: row.sentAt !== null } : null;
}
