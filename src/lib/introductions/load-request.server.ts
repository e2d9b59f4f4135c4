import type { Kysely, Selectable } from 'kysely';
import type { Database, IntroductionRow, RequestRow } from '#lib/db/schema.ts';
import { type HistoryRow, readHistory } from '#lib/introductions/history.server.ts';

export type ReleaseRow = Selectable<Database['releases']>;
export interface Writer {
	name: string;
	email: string;
	headline: string;
	locale: 'fr' | 'en';
	/** Whether they are still in the community. */
	present: boolean;
}

/** A request with all that hangs on it; presenters decide who may see what of it. */
export interface WholeRequest {
	request: RequestRow;
	requester: Writer;
	/** When the member who is asked was removed from the community. */
	connectorRemovedAt: Date | null;
	introductions: IntroductionRow[];
	history: HistoryRow[];
	releases: ReleaseRow[];
}

/** One request, whole; null when there is none. Judges nobody: never hand it to a screen. */
export async function loadRequest(
	db: Kysely<Database>,
	communityId: string,
	requestId: string
): Promise<WholeRequest | null> {
	const request = await db
		.selectFrom('requests')
		.selectAll()
		.where('communityId', '=', communityId)
		.where('id', '=', requestId)
		.executeTakeFirst();
	if (!request) return null;
	const introductions = await db
		.selectFrom('introductions')
		.selectAll()
		.where('communityId', '=', communityId)
		.where('requestId', '=', requestId)
		.orderBy('ordinal')
		.execute();
	const ids = introductions.map((one) => one.id);
	return {
		request,
		requester: await readWriter(db, communityId, request.requesterId),
		connectorRemovedAt: await removalOf(db, communityId, request.connectorMemberId),
		introductions,
		history: await readHistory(db, communityId, ids),
		releases: await readReleases(db, communityId, ids)
	};
}

/** A member as a letter's writer. */
export function readWriter(db: Kysely<Database>, communityId: string, id: string): Promise<Writer> {
	return db
		.selectFrom('members')
		.select(['name', 'email', 'headline', 'locale'])
		.select(({ eb }) => eb('removedAt', 'is', null).$castTo<boolean>().as('present'))
		.where('communityId', '=', communityId)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
}

/** When a member was removed; null for who is there, or never was. */
export async function removalOf(
	db: Kysely<Database>,
	communityId: string,
	memberId: string | null
) {
	const row = await db
		.selectFrom('members')
		.select('removedAt')
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.executeTakeFirst();
	return row?.removedAt ?? null;
}

async function readReleases(db: Kysely<Database>, communityId: string, ids: string[]) {
	if (ids.length === 0) return [];
	return db
		.selectFrom('releases')
		.selectAll()
		.where('communityId', '=', communityId)
		.where('introductionId', 'in', ids)
		.orderBy('kind')
		.execute();
}
