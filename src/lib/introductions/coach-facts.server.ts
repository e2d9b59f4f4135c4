import type { Kysely } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Facts } from '#lib/coach/judgement.ts';
import type { Database } from '#lib/db/schema.ts';
import type { RequesterView } from '#lib/introductions/requester-view.server.ts';
import { knownBy } from '#lib/network/acquaintances.server.ts';

type Asked = Pick<RequesterView, 'id' | 'connector' | 'introductions'>;

/**
 * What the coach may know of a request beside its text, from the requester's own book and requests
 * alone. That the connector knows a target is told when it is noted, for each of them; that it is
 * not noted says nothing. How close the two are is the connector's own affair.
 */
export async function requestFacts(
	db: Kysely<Database>,
	actor: Actor,
	view: Asked
): Promise<Facts> {
	if (actor.kind !== 'member') return { writerReachable: true };
	const [known, openRequests] = await Promise.all([
		allKnown(db, actor, view),
		countOpen(db, actor, view)
	]);
	return { writerReachable: true, openRequests, ...(known && { targetInNetwork: true }) };
}

async function allKnown(
	db: Kysely<Database>,
	actor: Member,
	{ connector, introductions }: Asked
): Promise<boolean> {
	const noted = connector.contactId ? await knownBy(db, actor, connector.contactId) : [];
	const ids = new Set<string | null>(noted.map((one) => one.contact.id));
	return (
		introductions.length > 0 &&
		introductions.every((one) => one.acquaintance !== '' || ids.has(one.target.contactId))
	);
}

/** This requester's other requests that still lie with the same connector. */
async function countOpen(
	db: Kysely<Database>,
	{ communityId, memberId }: Member,
	{ id, connector: { contactId, memberId: connectorMemberId, email } }: Asked
): Promise<number> {
	const rows = await db
		.selectFrom('requests')
		.innerJoin('introductions', (join) =>
			join
				.onRef('introductions.communityId', '=', 'requests.communityId')
				.onRef('introductions.requestId', '=', 'requests.id')
		)
		.select('requests.id')
		.distinct()
		.where('requests.communityId', '=', communityId)
		.where('requests.requesterId', '=', memberId)
		.where('requests.id', '<>', id)
		.where('introductions.state', '=', 'requested')
		.where(({ eb, or }) =>
			or([
				...(contactId ? [eb('requests.connectorContactId', '=', contactId)] : []),
				...(connectorMemberId ? [eb('requests.connectorMemberId', '=', connectorMemberId)] : []),
				...(email ? [eb('requests.connectorEmail', '=', email)] : [])
			])
		)
		.execute();
	return rows.length;
}
