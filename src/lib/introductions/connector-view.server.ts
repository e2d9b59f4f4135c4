import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#lib/access/actor.ts';
import { partOf } from '#lib/access/part.ts';
import type { Database, IntroductionRow } from '#lib/db/schema.ts';
import { recallTarget, type Recalled } from '#lib/introductions/recall.server.ts';
import { type Outcome, type State, states } from '#lib/introductions/lifecycle.ts';
import { castOf } from '#lib/introductions/load-introduction.server.ts';
import { loadRequest, type WholeRequest } from '#lib/introductions/load-request.server.ts';
import { timeline, type TimelineLine } from '#lib/introductions/timeline.ts';

/** One target of a request, as the connector sees it: never the details the target released. */
export interface ConnectorIntroduction {
	id: string;
	target: { name: string; company: string; position: string; profile: string };
	/** Why this target in particular. */
	reason: string;
	/** How the requester believes the two know each other. */
	acquaintance: string;
	/** What the connector's own book knows; empty for a connector without an account. */
	recalled: Recalled[];
	state: State;
	since: Date;
	postponedUntil: string | null;
	ask: {
		subject: string;
		letter: string;
		locale: 'fr' | 'en' | null;
		email: string;
		channel: 'mail' | 'hand' | null;
	};
	refusalReason: string;
	kindWord: string;
	suggested: { name: string; about: string } | null;
	vouched: boolean;
	outcome: Outcome | null;
	outcomeNote: string;
	muted: boolean;
	snoozedUntil: Date | null;
	timeline: TimelineLine[];
}

export interface ConnectorView {
	id: string;
	communityId: string;
	requester: { name: string; headline: string };
	connector: { name: string; email: string };
	locale: 'fr' | 'en';
	register: 'tu' | 'vous';
	reason: string;
	subject: string;
	letter: string;
	sentAt: Date;
	thanksLetter: string | null;
	thankedAt: Date | null;
	introductions: ConnectorIntroduction[];
}

/** A request as its connector sees it, by account or by link; null for everybody else. */
export async function readRequestToMe(
	db: Kysely<Database>,
	actor: Actor,
	communityId: string,
	requestId: string
): Promise<ConnectorView | null> {
	const whole = await loadRequest(db, communityId, requestId);
	if (!whole || partOf(actor, castOf(whole.request, '')) !== 'connector') return null;
	const { sentAt } = whole.request;
	if (!sentAt || !whole.requester.present) return null;
	return presentToConnector(db, whole, actor, sentAt);
}

async function presentToConnector(
	db: Kysely<Database>,
	whole: WholeRequest,
	actor: Actor,
	sentAt: Date
): Promise<ConnectorView> {
	const { request, requester } = whole;
	const { id, communityId, locale, register, reason, subject, letter } = request;
	const shown = whole.introductions.filter((one) => one.state !== 'draft');
	const introductions: ConnectorIntroduction[] = [];
	for (const row of shown)
		introductions.push(
			presentOne(forReader(row, actor), whole, await recallTarget(db, actor, row))
		);
	return {
		id,
		communityId,
		locale,
		register,
		reason,
		subject,
		letter,
		sentAt,
		introductions,
		requester: { name: requester.name, headline: requester.headline },
		connector: { name: request.connectorName, email: request.connectorEmail },
		thanksLetter: request.thankedAt ? request.thanksLetter : null,
		thankedAt: request.thankedAt
	};
}

/** A link can be in more hands than one: the private reason for a no is shown to an account only. */
function forReader(row: IntroductionRow, actor: Actor): IntroductionRow {
	return actor.kind === 'member' ? row : { ...row, refusalReason: '' };
}

function presentOne(
	row: IntroductionRow,
	whole: WholeRequest,
	recalled: Recalled[]
): ConnectorIntroduction {
	const own = whole.history.filter((line) => line.introductionId === row.id);
	const { id, reason, acquaintance, since, postponedUntil, refusalReason, kindWord } = row;
	const { vouched, outcome, outcomeNote, muted, snoozedUntil } = row;
	return {
		id,
		reason,
		acquaintance,
		recalled,
		since,
		postponedUntil,
		refusalReason,
		kindWord,
		vouched,
		outcome,
		outcomeNote,
		muted,
		snoozedUntil,
		target: {
			name: row.targetName,
			company: row.targetCompany,
			position: row.targetPosition,
			profile: row.targetProfile
		},
		state: z.enum(states).parse(row.state),
		ask: {
			subject: row.askSubject,
			letter: row.askLetter,
			locale: row.askLocale,
			email: row.askEmail,
			channel: row.askChannel
		},
		suggested: row.suggestedName ? { name: row.suggestedName, about: row.suggestedAbout } : null,
		timeline: timeline(own, 'connector')
	};
}
