import { type Kysely, sql } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Earlier, type Standing, standingOf } from '#lib/introductions/judge-peace.ts';
import { isSameSomebody, type Named } from '#lib/introductions/same-somebody.ts';

type Key = Pick<Member, 'communityId' | 'memberId'>;

/** An introduction of a member's own, as others of theirs are held against it. */
export interface OwnAsk {
	introductionId: string;
	requestId: string;
	connectorMemberId: string | null;
	connector: Named;
	target: Named;
	standing: Standing;
	/** The day a draft waits for. */
	sendOn: string | null;
}
/** One of them that names the same target. */
export type SameAsk = OwnAsk & Earlier;

/** Those of a member's own that were sent or wait, and, sent or not, those of one request. */
export async function ownAsks(
	db: Kysely<Database>,
	{ communityId, memberId }: Key,
	requestId: string
): Promise<OwnAsk[]> {
	const rows = await ownRows(db, { communityId, memberId })
		.where(({ or, eb }) =>
			or([
				eb('introductions.state', '!=', 'draft'),
				eb('requests.sendOn', 'is not', null),
				eb('requests.id', '=', requestId)
			])
		)
		.execute();
	return rows.map((row) => ({
		introductionId: row.id,
		requestId: row.requestId,
		connectorMemberId: row.connectorMemberId,
		connector: {
			contactId: row.connectorContactId,
			personId: row.connectorPersonId,
			emails: [row.connectorEmail].filter(Boolean),
			profile: '',
			name: row.connectorName,
			company: ''
		},
		target: {
			contactId: row.targetContactId,
			personId: row.targetPersonId,
			emails: row.targetEmails,
			profile: row.targetProfile,
			name: row.targetName,
			company: row.targetCompany
		},
		standing: standingOf(row.state, row.wasAsked, row.sendOn !== null),
		sendOn: row.sendOn
	}));
}

/** Of all in other requests, those that name this one's target. */
export function sameTarget(own: OwnAsk, all: readonly OwnAsk[]): SameAsk[] {
	return all
		.filter((one) => one.requestId !== own.requestId && isSameSomebody(one.target, own.target))
		.map((one) => ({ ...one, sameConnector: isSameConnector(one, own) }));
}

/** Two members are told apart by that, whatever their names. */
function isSameConnector(one: OwnAsk, other: OwnAsk): boolean {
	if (one.connectorMemberId !== null && other.connectorMemberId !== null)
		return one.connectorMemberId === other.connectorMemberId;
	return isSameSomebody(one.connector, other.connector);
}

function ownRows(db: Kysely<Database>, { communityId, memberId }: Key) {
	return db
		.selectFrom('introductions')
		.innerJoin('requests', (join) =>
			join
				.onRef('requests.communityId', '=', 'introductions.communityId')
				.onRef('requests.id', '=', 'introductions.requestId')
		)
		.leftJoin('personContacts as targetPerson', (join) =>
			join
				.onRef('targetPerson.communityId', '=', 'introductions.communityId')
				.onRef('targetPerson.contactId', '=', 'introductions.targetContactId')
		)
		.leftJoin('personContacts as connectorPerson', (join) =>
			join
				.onRef('connectorPerson.communityId', '=', 'requests.communityId')
				.onRef('connectorPerson.contactId', '=', 'requests.connectorContactId')
		)
		.where('requests.communityId', '=', communityId)
		.where('requests.requesterId', '=', memberId)
		.select([
			'introductions.id',
			'introductions.requestId',
			'introductions.state',
			'introductions.targetContactId',
			'introductions.targetName',
			'introductions.targetCompany',
			'introductions.targetProfile',
			'targetPerson.personId as targetPersonId',
			'connectorPerson.personId as connectorPersonId',
			'requests.connectorMemberId',
			'requests.connectorContactId',
			'requests.connectorName',
			'requests.connectorEmail',
			'requests.sendOn'
		])
		.select([
			sql<boolean>`exists (select from history
				where history.community_id = introductions.community_id
				and history.introduction_id = introductions.id and history.to_state = 'asked')`.as('wasAsked'),
			sql<string[]>`array(select normalised from contact_details
				where contact_details.community_id = introductions.community_id
				and contact_details.contact_id = introductions.target_contact_id
				and contact_details.kind = 'email')`.as('targetEmails')
		])
		.orderBy('introductions.ordinal');
}
