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
	const members = await mayBeClosed(db, actor, now, { goal, targets: [...new Set(targets)] });
	return members.flatMap(({ memberId, reached, asks, ...peace }): ClosedConnector[] => {
		const closed = closedNow(peace, reached, now, goal);
		if (closed) return [{ memberId, ...closed }];
		const done = asks.filter((one) => standingOf(one.state, one.wasAsked, one.waiting) !== 'free');
		const isDone = new Set(done.map(({ target }) => target)).size === new Set(targets).size;
		return isDone && done.length > 0 ? [{ memberId, reason: 'asked_before', from: null }] : [];
	});
}

interface MayBeClosed extends Peace {
	memberId: string;
	reached: Date[];
	/** What the actor asked of them for any of the targets. */
	asks: { target: string; state: string; wasAsked: boolean; waiting: boolean }[];
}

/** All who may be closed now, and some others: of many members hardly any are read. */
async function mayBeClosed(
	db: Db,
	{ communityId, memberId: self }: Member,
	now: Date,
	{ goal, targets }: { goal: Goal | undefined; targets: readonly string[] }
): Promise<MayBeClosed[]> {
	const since = new Date(now.getTime() - longestMonth);
	const { rows } = await sql<MayBeClosed>`
		with reached as (
			select r.connector_member_id as id, array_agg(r.sent_at) as days from requests r
			where r.community_id = ${communityId} and r.connector_member_id is not null
				and r.sent_at > ${since}
			group by 1
		), asked as (
			select r.connector_member_id as id, jsonb_agg(jsonb_build_object('target', t.id,
				'state', i.state, 'waiting', r.send_on is not null, 'wasAsked', exists (
					select from history h where h.community_id = i.community_id
						and h.introduction_id = i.id and h.to_state = 'asked'))) as asks
			from requests r
			join introductions i on i.community_id = r.community_id and i.request_id = r.id
			left join person_contacts q on q.community_id = i.community_id
				and q.contact_id = i.target_contact_id
			cross join unnest(${[...targets]}::uuid[]) as t (id)
			left join person_contacts p on p.community_id = r.community_id and p.contact_id = t.id
			where r.community_id = ${communityId} and r.requester_id = ${self}
				and r.connector_member_id is not null
				and (i.target_contact_id = t.id or q.person_id in (t.id, p.person_id))
			group by 1
		)
		select m.id as "memberId", m.asks_monthly as "asksMonthly", m.asks_for as "asksFor",
			coalesce(r.days, '{}') as reached, coalesce(a.asks, '[]') as asks
		from members m left join reached r on r.id = m.id left join asked a on a.id = m.id
		where m.community_id = ${communityId} and m.id <> ${self} and m.removed_at is null
			and (m.asks_monthly <= coalesce(cardinality(r.days), 0)
				or not ${goal ?? null}::text = any(m.asks_for) or a.asks is not null)
		order by m.id`.execute(db);
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
