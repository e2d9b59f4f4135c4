import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import {
	type OwnAsk,
	ownAsks,
	type SameAsk,
	sameTarget
} from '#lib/introductions/asked-already.server.ts';
import type { Loaded } from '#lib/introductions/load-introduction.server.ts';
import { readPeace, readReached } from '#lib/introductions/own-peace.server.ts';
import { type Asking, judgePeace, type PeaceRefusal } from '#lib/introductions/judge-peace.ts';

type Request = Loaded['request'];

/** What stands around a request that is about to be sent: its asks, and all that weigh on them. */
export interface Surroundings {
	/** What holds for each of its asks, without their own earlier ones. */
	common: Omit<Asking, 'earlier'>;
	asks: { own: OwnAsk; earlier: SameAsk[] }[];
}

/** Reads them, deciding nothing; in a transaction, after `lockPeace`, they stay true. */
export async function readSurroundings(
	db: Kysely<Database>,
	request: Request,
	now: Date
): Promise<Surroundings> {
	const { communityId, requesterId: memberId, connectorMemberId, id, goal } = request;
	const knowing = request.severalConfirmedAt !== null;
	const all = await ownAsks(db, { communityId, memberId }, id);
	const own = all.filter((one) => one.requestId === id);
	const asks = own.map((one) => ({ own: one, earlier: sameTarget(one, all) }));
	if (!connectorMemberId) return { common: { peace: null, goal, reached: [], knowing, now }, asks };
	const peace = (await readPeace(db, communityId, connectorMemberId)) ?? null;
	const reached = await readReached(db, communityId, now, connectorMemberId, id);
	const times = reached.get(connectorMemberId) ?? [];
	return { common: { peace, goal, reached: times, knowing, now }, asks };
}

/** Why this one may not be sent now; null when it may. Holds until the transaction ends. */
export async function peaceRefusal(
	trx: Transaction<Database>,
	{ request, introduction }: Pick<Loaded, 'request' | 'introduction'>,
	now: Date
): Promise<PeaceRefusal | null> {
	await lockPeace(trx, request);
	const { common, asks } = await readSurroundings(trx, request, now);
	const ask = asks.find(({ own }) => own.introductionId === introduction.id);
	return judgePeace({ ...common, earlier: ask?.earlier ?? [] });
}

/** Of two who send at once to one connector, or one who sends twice, the second waits for the first. */
export async function lockPeace(trx: Transaction<Database>, request: Request): Promise<void> {
	const ids = [request.requesterId, request.connectorMemberId].filter((id) => id !== null);
	// Always in one order, so that no two wait for each other.
	for (const id of ids.toSorted())
		// A lock of its own: the member's row is held by an import for as long as a batch takes.
		await sql`select pg_advisory_xact_lock(hashtextextended(${`peace of ${id}`}, 0))`.execute(trx);
}
