import { type ExpressionBuilder, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { isConnectorAway } from '#lib/introductions/connector-away.ts';
import { type State, states } from '#lib/introductions/lifecycle.ts';
import { requesterState, type RequesterState } from '#lib/introductions/requester-view.server.ts';

/** An introduction in a list, told from its reader's side. */
export interface IntroductionLine {
	id: string;
	requestId: string;
	/** The part the reader plays in it. */
	as: 'requester' | 'connector';
	/** The other side: the connector for a requester, the requester for a connector. */
	other: string;
	target: { name: string; company: string };
	/** A connector reads 'declined' and 'turned_down'; a requester reads 'not_possible' for both. */
	state: State | RequesterState;
	since: Date;
	postponedUntil: string | null;
	/** A draft whose request was sent: this one could not be asked for. */
	barred: boolean;
	/** A requester's, whose connector is no longer in the community: only somebody else could ask. */
	away: boolean;
	/** The day a draft waits for. */
	sendOn: string | null;
	/** A draft that was to leave by itself, and could not. */
	held: boolean;
	linkedFrom: string | null;
}

/**
 * All introductions of a member (or those in some states), as requester and as connector, newest
 * change first. Another's drafts are not among them.
 */
export async function listIntroductions(
	db: Kysely<Database>,
	actor: Actor,
	among: readonly State[] = states
): Promise<IntroductionLine[]> {
	if (actor.kind !== 'member') return [];
	const { communityId, memberId } = actor;
	const rows = await db
		.selectFrom('introductions')
		.innerJoin('requests', (join) =>
			join
				.onRef('requests.communityId', '=', 'introductions.communityId')
				.onRef('requests.id', '=', 'introductions.requestId')
		)
		.innerJoin('members as requester', (join) =>
			join
				.onRef('requester.communityId', '=', 'requests.communityId')
				.onRef('requester.id', '=', 'requests.requesterId')
		)
		.leftJoin('members as connector', (join) =>
			join
				.onRef('connector.communityId', '=', 'requests.communityId')
				.onRef('connector.id', '=', 'requests.connectorMemberId')
		)
		.where('introductions.communityId', '=', communityId)
		.where('requester.removedAt', 'is', null)
		.where('introductions.state', 'in', among)
		.where((eb) => isMine(eb, memberId))
		.select([
			'introductions.id',
			'introductions.requestId',
			'introductions.targetName',
			'introductions.targetCompany',
			'introductions.state',
			'introductions.since',
			'introductions.postponedUntil',
			'introductions.linkedFrom',
			'requests.requesterId',
			'requests.connectorName',
			'requests.sentAt',
			'requests.sendOn',
			'requests.held',
			'requests.channel',
			'requests.connectorEmail',
			'requester.name as requesterName',
			'connector.removedAt as connectorRemovedAt'
		])
		.orderBy('introductions.since', 'desc')
		.orderBy('introductions.ordinal')
		.execute();
	return rows.map((row) => {
		const as = row.requesterId === memberId ? 'requester' : 'connector';
		const state = z.enum(states).parse(row.state);
		return {
			id: row.id,
			requestId: row.requestId,
			as,
			other: as === 'requester' ? row.connectorName : row.requesterName,
			target: { name: row.targetName, company: row.targetCompany },
			state: as === 'requester' ? requesterState(state) : state,
			since: row.since,
			postponedUntil: row.postponedUntil,
			barred: state === 'draft' && row.sentAt !== null,
			away: as === 'requester' && isConnectorAway(row, row.connectorRemovedAt),
			sendOn: row.sendOn,
			held: row.held !== '',
			linkedFrom: row.linkedFrom
		};
	});
}

type Joined = Database & {
	requests: Database['requests'];
	introductions: Database['introductions'];
};

function isMine(eb: ExpressionBuilder<Joined, 'requests' | 'introductions'>, memberId: string) {
	return eb.or([
		eb('requests.requesterId', '=', memberId),
		eb.and([
			eb('requests.connectorMemberId', '=', memberId),
			eb('requests.sentAt', 'is not', null),
			eb('introductions.state', '!=', 'draft')
		])
	]);
}
