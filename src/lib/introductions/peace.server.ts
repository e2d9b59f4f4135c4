import { type Kysely, sql } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { readSurroundings } from '#lib/introductions/keep-peace.server.ts';
import { longestMonth } from '#lib/introductions/own-peace.server.ts';
import {
	type Closed,
	closedNow,
	type Goal,
	isElsewhere,
	type Peace,
	standingOf
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

interface Asked {
	memberId: string;
	target: string;
	state: string;
	wasAsked: boolean;
	waiting: boolean;
}

/** The members whom the actor has asked already for each of the targets. */
async function askedBefore(db: Db, actor: Member, targets: readonly string[]) {
	const asks = targets.length === 0 ? [] : await earlierAsks(db, actor, targets);
	const done = Map.groupBy(
		asks.filter(({ state, wasAsked, waiting }) => standingOf(state, wasAsked, waiting) !== 'free'),
		({ memberId }) => memberId
	);
	const wanted = new Set(targets);
	const isAll = (some: readonly Asked[]) =>
		new Set(some.map(({ target }) => target)).size === wanted.size;
	return new Set([...done].flatMap(([memberId, some]) => (isAll(some) ? [memberId] : [])));
}

/** What a member asked of members for any of these contacts, or for whom they are as persons. */
async function earlierAsks(db: Db, { communityId, memberId }: Member, targets: readonly string[]) {
	const { rows } = await sql<Asked>`
		select r.connector_member_id as "memberId", t.id as target, i.state,
			r.send_on is not null as waiting, exists (select from history h
				where h.community_id = i.community_id and h.introduction_id = i.id
					and h.to_state = 'asked') as "wasAsked"
		from requests r
		join introductions i on i.community_id = r.community_id and i.request_id = r.id
		left join person_contacts q on q.community_id = i.community_id
			and q.contact_id = i.target_contact_id
		cross join unnest(${[...targets]}::uuid[]) as t (id)
		left join person_contacts p on p.community_id = r.community_id and p.contact_id = t.id
		where r.community_id = ${communityId} and r.requester_id = ${memberId}
			and r.connector_member_id is not null
			and (i.target_contact_id = t.id or q.person_id in (t.id, p.person_id))`.execute(db);
	return rows;
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
