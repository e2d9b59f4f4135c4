import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Cast } from '#lib/access/part.ts';
import type { Database, IntroductionRow, RequestRow } from '#lib/db/schema.ts';
import { type Channel, type Life, states } from '#lib/introductions/lifecycle.ts';

/** Which introduction, in which community. */
export interface Key {
	communityId: string;
	introductionId: string;
}

export interface Loaded {
	introduction: IntroductionRow;
	request: RequestRow;
	cast: Cast;
	life: Life;
}

/**
 * One introduction with its request, its cast and its life; null when there is none, and while its
 * requester is removed from the community: nothing happens to it meanwhile.
 */
export async function loadIntroduction(db: Kysely<Database>, key: Key): Promise<Loaded | null> {
	const introduction = await db
		.selectFrom('introductions')
		.selectAll()
		.where('communityId', '=', key.communityId)
		.where('id', '=', key.introductionId)
		.executeTakeFirst();
	if (!introduction) return null;
	const request = await db
		.selectFrom('requests')
		.innerJoin('members', (join) =>
			join
				.onRef('members.communityId', '=', 'requests.communityId')
				.onRef('members.id', '=', 'requests.requesterId')
		)
		.selectAll('requests')
		.where('requests.communityId', '=', key.communityId)
		.where('requests.id', '=', introduction.requestId)
		.where('members.removedAt', 'is', null)
		.executeTakeFirst();
	if (!request) return null;
	const released = await releasedChannels(db, key);
	return {
		introduction,
		request,
		cast: castOf(request, introduction.id),
		life: lifeOf(introduction, released)
	};
}

/** Who plays which part, from the rows. */
export function castOf(request: RequestRow, introductionId: string): Cast {
	return {
		communityId: request.communityId,
		requestId: request.id,
		introductionId,
		requesterId: request.requesterId,
		connectorMemberId: request.connectorMemberId,
		sent: request.sentAt !== null
	};
}

/** The life of a stored introduction. */
function lifeOf(row: IntroductionRow, released: Channel[]): Life {
	const { version, since, reminders, remindedAt, snoozedUntil, muted, postponedUntil } = row;
	const state = z.enum(states).parse(row.state);
	const { neverAgain } = row;
	return {
		state,
		version,
		since,
		reminders,
		remindedAt,
		snoozedUntil,
		muted,
		postponedUntil,
		released,
		neverAgain
	};
}

async function releasedChannels(db: Kysely<Database>, key: Key): Promise<Channel[]> {
	const rows = await db
		.selectFrom('releases')
		.select('kind')
		.where('communityId', '=', key.communityId)
		.where('introductionId', '=', key.introductionId)
		.orderBy('kind')
		.execute();
	return rows.map((row) => row.kind);
}
