import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#lib/access/actor.ts';
import { partOf } from '#lib/access/part.ts';
import type { Database, IntroductionRow } from '#lib/db/schema.ts';
import { isConnectorAway } from '#lib/introductions/connector-away.ts';
import { type Channel, type Outcome, type State, states } from '#lib/introductions/lifecycle.ts';
import { castOf } from '#lib/introductions/load-introduction.server.ts';
import { loadRequest, type WholeRequest } from '#lib/introductions/load-request.server.ts';
import type { Goal } from '#lib/introductions/judge-peace.ts';
import { silentParty } from '#lib/introductions/timers.ts';
import { timeline, type TimelineLine } from '#lib/introductions/timeline.ts';

/** The states as a requester reads them: every no is the same no. */
export type RequesterState = Exclude<State, 'declined' | 'turned_down'> | 'not_possible';

export interface Released {
	kind: Channel;
	value: string;
	releasedBy: 'target' | 'connector';
	releasedAt: Date;
}

/** One introduction, as its requester may know it. */
export interface RequesterIntroduction {
	id: string;
	target: {
		name: string;
		company: string;
		position: string;
		profile: string;
		contactId: string | null;
	};
	reason: string;
	/** How the requester noted that the connector knows the target. */
	acquaintance: string;
	state: RequesterState;
	since: Date;
	postponedUntil: string | null;
	/** Somebody else was named; a draft waits under `linkedDraftId` of the list. */
	suggested: { name: string; about: string } | null;
	kindWord: string;
	/** Empty until the answer has been opened. */
	released: Released[];
	vouched: boolean;
	answerWord: string;
	outcome: Outcome | null;
	outcomeNote: string;
	/** Of the requester's own reminders; how others quieten theirs is their business. */
	muted: boolean;
	snoozedUntil: Date | null;
	linkedFrom: string | null;
	timeline: TimelineLine[];
}

export interface RequesterView {
	id: string;
	connector: {
		name: string;
		email: string;
		contactId: string | null;
		memberId: string | null;
		/** Asked as a fellow member: the address is known to the server, and not the requester's to read. */
		asMember: boolean;
		/** No longer in the community, so that what was sent stands still. */
		away: boolean;
	};
	locale: 'fr' | 'en';
	register: 'tu' | 'vous';
	reason: string;
	goal: Goal;
	/** A draft that waits for this day, and why one that waited did not leave. */
	sendOn: string | null;
	held: string;
	subject: string;
	letter: string;
	letterEdited: boolean;
	channel: 'mail' | 'hand' | null;
	sentAt: Date | null;
	thanksLetter: string | null;
	thankedAt: Date | null;
	updatedAt: Date;
	introductions: RequesterIntroduction[];
}

/** A request as its own requester sees it; null for everybody else, as if it did not exist. */
export async function readOwnRequest(
	db: Kysely<Database>,
	actor: Actor,
	requestId: string
): Promise<RequesterView | null> {
	if (actor.kind !== 'member') return null;
	const whole = await loadRequest(db, actor.communityId, requestId);
	if (!whole || partOf(actor, castOf(whole.request, '')) !== 'requester') return null;
	return presentToRequester(whole);
}

function presentToRequester(whole: WholeRequest): RequesterView {
	const { request } = whole;
	const { id, locale, register, reason, subject, letter, letterEdited, channel } = request;
	const { sentAt, thanksLetter, thankedAt, updatedAt, goal, sendOn, held } = request;
	const asMember = request.connectorMemberId !== null && request.connectorContactId === null;
	return {
		id,
		connector: {
			name: request.connectorName,
			email: asMember ? '' : request.connectorEmail,
			contactId: request.connectorContactId,
			memberId: request.connectorMemberId,
			asMember,
			away: isConnectorAway(request, whole.connectorRemovedAt)
		},
		locale,
		register,
		reason,
		goal,
		sendOn,
		held,
		subject,
		letter,
		letterEdited,
		channel,
		sentAt,
		thanksLetter,
		thankedAt,
		updatedAt,
		introductions: whole.introductions.map((one) => presentOne(one, whole))
	};
}

function presentOne(row: IntroductionRow, whole: WholeRequest): RequesterIntroduction {
	const state = z.enum(states).parse(row.state);
	const opened = ['introduced', 'met', 'closed', 'thanked'].includes(state);
	const mine = silentParty(state) === 'requester';
	const own = whole.history.filter((line) => line.introductionId === row.id);
	return {
		id: row.id,
		target: {
			name: row.targetName,
			company: row.targetCompany,
			position: row.targetPosition,
			profile: row.targetProfile,
			contactId: row.targetContactId
		},
		reason: row.reason,
		acquaintance: row.acquaintance,
		state: requesterState(state),
		since: row.since,
		postponedUntil: row.postponedUntil,
		suggested:
			state === 'redirected' && row.suggestedName
				? { name: row.suggestedName, about: row.suggestedAbout }
				: null,
		kindWord: row.kindWord,
		released: opened ? releasedOf(row, whole) : [],
		vouched: row.vouched && (opened || state === 'agreed'),
		answerWord: opened || state === 'redirected' ? row.answerWord : '',
		outcome: row.outcome,
		outcomeNote: row.outcomeNote,
		muted: mine && row.muted,
		snoozedUntil: mine ? row.snoozedUntil : null,
		linkedFrom: row.linkedFrom,
		timeline: timeline(own, 'requester')
	};
}

function releasedOf(row: IntroductionRow, whole: WholeRequest): Released[] {
	return whole.releases
		.filter((one) => one.introductionId === row.id)
		.map(({ kind, value, releasedBy, releasedAt }) => ({ kind, value, releasedBy, releasedAt }));
}

/** A refusal by the connector and one by the target must look the same. */
export function requesterState(state: State): RequesterState {
	return state === 'declined' || state === 'turned_down' ? 'not_possible' : state;
}
