import { type Kysely, sql } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { ownAsks } from '#lib/introductions/asked-already.server.ts';
import { readSurroundings } from '#lib/introductions/keep-peace.server.ts';
import { longestMonth } from '#lib/introductions/own-peace.server.ts';
import {
	type Closed,
	closedNow,
	type Goal,
	isElsewhere,
	type Peace
} from '#lib/introductions/judge-peace.ts';

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
	const [members, before] = await Promise.all([
		mayBeClosed(db, actor, now, goal),
		askedBefore(db, actor, targets)
	]);
	const found = new Map<string, ClosedConnector>(
		[...before].map((memberId) => [memberId, { memberId, reason: 'asked_before', from: null }])
	);
	for (const { memberId, reached, ...peace } of members) {
		const closed = closedNow(peace, reached, now, goal);
		if (closed) found.set(memberId, { memberId, ...closed });
	}
	return [...found.values()];
}

type MayBeClosed = Peace & { memberId: string; reached: Date[] };

/** All whom their peace may close now, and some others: of many members hardly any are read. */
async function mayBeClosed(
	db: Db,
	{ communityId, memberId: self }: Member,
	now: Date,
	goal: Goal | undefined
): Promise<MayBeClosed[]> {
	const since = new Date(now.getTime() - longestMonth);
	const { rows } = await sql<MayBeClosed>`
		select m.id as "memberId", m.asks_monthly as "asksMonthly", m.asks_for as "asksFor",
			array_remove(array_agg(r.sent_at), null) as reached
		from members m left join requests r on r.community_id = m.community_id
			and r.connector_member_id = m.id and r.sent_at > ${since}
		where m.community_id = ${communityId} and m.id <> ${self} and m.removed_at is null
		group by m.community_id, m.id
		having m.asks_monthly <= count(r.sent_at) or not ${goal ?? null}::text = any(m.asks_for)
		order by m.id`.execute(db);
	return rows;
}

/** The members whom the actor has asked already for each of the targets. */
async function askedBefore(db: Db, actor: Member, targets: readonly string[]) {
	if (targets.length === 0) return new Set<string>();
	const asks = (await ownAsks(db, actor, null)).filter(({ standing }) => standing !== 'free');
	if (asks.length === 0) return new Set<string>();
	const persons = await personsOf(db, actor.communityId, targets);
	const done = new Map<string, Set<string>>();
	for (const { connectorMemberId, target } of asks) {
		if (!connectorMemberId) continue;
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
