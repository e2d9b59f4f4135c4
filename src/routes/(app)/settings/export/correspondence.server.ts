import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { readRequestToMe } from '#lib/introductions/connector-view.server.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { exportReadings } from '#lib/readings/export-readings.server.ts';

/** The requests of a member and those made to them, exactly as their screens show them; and the readings. */
export async function exportCorrespondence(
	db: Kysely<Database>,
	communityId: string,
	{ id: memberId, role }: { id: string; role: Member['role'] }
) {
	const actor: Member = { kind: 'member', communityId, memberId, role };
	const rows = await db
		.selectFrom('requests')
		.select(['id', 'requesterId'])
		.where('communityId', '=', communityId)
		.where(({ or, eb }) =>
			or([eb('requesterId', '=', memberId), eb('connectorMemberId', '=', memberId)])
		)
		.orderBy('createdAt')
		.execute();
	const requests = [];
	const requestsToMe = [];
	for (const { id, requesterId } of rows) {
		if (requesterId === memberId) requests.push(await readOwnRequest(db, actor, id));
		else requestsToMe.push(await readRequestToMe(db, actor, communityId, id));
	}
	return {
		requests: requests.filter(isReadable),
		requestsToMe: requestsToMe.filter(isReadable),
		...(await exportReadings(db, actor))
	};
}

function isReadable<View>(view: View | null): view is View {
	return view !== null;
}
