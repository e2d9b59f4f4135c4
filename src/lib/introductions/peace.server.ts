import type { Kysely } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { ownAsks } from '#lib/introductions/asked-already.server.ts';
import { readSurroundings } from '#lib/introductions/keep-peace.server.ts';
import { readReached } from '#lib/introductions/own-peace.server.ts';
import { type Closed, closedNow, type Goal, isElsewhere } from '#lib/introductions/judge-peace.ts';

type Db = Kysely<Database>;

/** A member who cannot be asked now by this actor, as the actor may know it. */
export interface ClosedConnector {
	memberId: string;
	reason: Closed['reason'] | 'asked_before';
	/** The day from which they can be asked again; null where none is set. */
	from: string | null;
}

/** What is to be asked: for what, and for whom (contacts of any book; persons). */
export interface Wanted {
	goal?: Goal;
	targets?: readonly string[];
}

/**
 * Whom in the community this actor cannot ask now: members whose month is full, who take none, who
 * do not accept this goal, and whom the actor has asked for all these targets already. Nothing tells
 * who else asked, nor how often. Empty for all but members.
 */
export async function closedConnectors(
	db: Db,
	actor: Actor,
	now: Date,
	{ goal, targets = [] }: Wanted = {}
): Promise<ClosedConnector[]> {
	if (actor.kind !== 'member') return [];
	const { communityId, memberId: self } = actor;
	const members = await db
		.selectFrom('members')
		.select(['id', 'asksMonthly', 'asksFor'])
		.where('communityId', '=', communityId)
		.where('id', '!=', self)
		.where('removedAt', 'is', null)
		.orderBy('id')
		.execute();
	const reached = await readReached(db, communityId, now);
	const before = await askedBefore(db, actor, targets);
	return members.flatMap(({ id: memberId, ...peace }): ClosedConnector[] => {
		const closed = closedNow(peace, reached.get(memberId) ?? [], now, goal);
		if (closed) return [{ memberId, ...closed }];
		return before.has(memberId) ? [{ memberId, reason: 'asked_before', from: null }] : [];
	});
}

/** The members whom the actor has asked already for each of the targets. */
async function askedBefore(db: Db, actor: Member, targets: readonly string[]) {
	if (targets.length === 0) return new Set<string>();
	const persons = await personsOf(db, actor.communityId, targets);
	const done = new Map<string, Set<string>>();
	for (const { connectorMemberId, target, standing } of await ownAsks(db, actor, null)) {
		if (!connectorMemberId || standing === 'free') continue;
		const named = [target.contactId, target.personId].filter((id) => id !== null);
		const found = targets.filter(
			(id) => named.includes(id) || named.includes(persons.get(id) ?? '')
		);
		const sofar = done.get(connectorMemberId) ?? new Set<string>();
		done.set(connectorMemberId, new Set([...sofar, ...found]));
	}
	return new Set([...done].flatMap(([id, found]) => (found.size === targets.length ? [id] : [])));
}

async function personsOf(db: Db, communityId: string, contactIds: readonly string[]) {
	const rows = await db
		.selectFrom('personContacts')
		.select(['contactId', 'personId'])
		.where('communityId', '=', communityId)
		.where('contactId', 'in', [...contactIds])
		.execute();
	return new Map(rows.map(({ contactId, personId }) => [contactId, personId]));
}

/** What a requester is told about the connector's peace before a draft is sent. */
export interface Foreseen {
	closed: Closed | null;
	/** What the connector accepts; null for one without an account. */
	accepts: readonly Goal[] | null;
	/** For whom this connector was asked before, and where. */
	before: { target: string; introductionId: string }[];
	/** Who else is being asked for one of them, and where; `sendOn`: the day that one waits for. */
	elsewhere: { target: string; connector: string; requestId: string; sendOn: string | null }[];
}

/** Of a draft of this actor's own; null for all others and once it is sent. Changes nothing. */
export async function foresee(
	db: Db,
	actor: Actor,
	requestId: string,
	now: Date
): Promise<Foreseen | null> {
	if (actor.kind !== 'member') return null;
	const request = await db
		.selectFrom('requests')
		.selectAll()
		.where('communityId', '=', actor.communityId)
		.where('requesterId', '=', actor.memberId)
		.where('id', '=', requestId)
		.where('sentAt', 'is', null)
		.executeTakeFirst();
	if (!request) return null;
	const { common, asks } = await readSurroundings(db, request, now);
	const { peace, reached, goal } = common;
	const told = asks.flatMap(({ own, earlier }) =>
		earlier.map((one) => ({ ...one, name: own.target.name }))
	);
	return {
		closed: peace && closedNow(peace, reached, now, goal),
		accepts: peace?.asksFor ?? null,
		before: told
			.filter((one) => one.sameConnector && one.standing !== 'free')
			.map(({ name: target, introductionId }) => ({ target, introductionId })),
		elsewhere: told.filter(isElsewhere).map(({ name: target, connector, requestId, sendOn }) => ({
			target,
			connector: connector.name,
			requestId,
			sendOn
		}))
	};
}
