import type { Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { EventKind } from '#lib/introductions/lifecycle.ts';
import { makeLink } from '#lib/introductions/links.server.ts';
import type { Loaded } from '#lib/introductions/load-introduction.server.ts';
import { proposeRequestLetter } from '#lib/introductions/propose.server.ts';

/** Whom the redirection names. */
interface Suggested {
	suggestedName?: string | undefined;
	suggestedAbout?: string | undefined;
}

/**
 * Opens a draft that follows a redirection, for the requester to send or to drop: to the same
 * connector for the person whom the target named, or to the person whom the connector named for
 * the same target.
 */
export async function openLinked(
	trx: Transaction<Database>,
	secret: string,
	{ request, introduction }: Loaded,
	kind: EventKind,
	{ suggestedName = '', suggestedAbout = '' }: Suggested,
	now: Date
): Promise<void> {
	if (!suggestedName) return;
	const byConnector = kind === 'suggest';
	const { communityId, requesterId, locale, register, reason, goal } = request;
	const draft = byConnector ? { connectorName: suggestedName } : sameConnector(request);
	const { id } = await trx
		.insertInto('requests')
		.values({ communityId, requesterId, locale, register, reason, goal, ...draft })
		.returning('id')
		.executeTakeFirstOrThrow();
	await makeLink(trx, secret, communityId, { purpose: 'connector', requestId: id }, now);
	const target = byConnector
		? sameTarget(introduction)
		: { targetName: suggestedName, targetPosition: suggestedAbout };
	await trx
		.insertInto('introductions')
		.values({
			communityId,
			requestId: id,
			ordinal: 1,
			state: 'draft',
			since: now,
			linkedFrom: introduction.id,
			...target
		})
		.execute();
	await writeProposal(trx, { communityId, memberId: requesterId }, id, now);
}

/** A draft that is said to be ready has its letter. */
async function writeProposal(
	trx: Transaction<Database>,
	requester: { communityId: string; memberId: string },
	id: string,
	now: Date
): Promise<void> {
	const actor = { kind: 'member', role: 'member', ...requester } as const;
	const letter = await proposeRequestLetter(trx, actor, id, now);
	if (!letter) return;
	await trx
		.updateTable('requests')
		.set({ subject: letter.subject, letter: letter.text })
		.where('communityId', '=', requester.communityId)
		.where('id', '=', id)
		.execute();
}

function sameConnector(request: Loaded['request']) {
	const { connectorContactId, connectorMemberId, connectorName, connectorEmail } = request;
	return { connectorContactId, connectorMemberId, connectorName, connectorEmail };
}

function sameTarget(introduction: Loaded['introduction']) {
	const { targetContactId, targetName, targetCompany, targetPosition, targetProfile } =
		introduction;
	return { targetContactId, targetName, targetCompany, targetPosition, targetProfile };
}
