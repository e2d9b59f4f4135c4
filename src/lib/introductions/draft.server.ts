import type { Kysely, Transaction } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Doors } from '#lib/introductions/act.server.ts';
import { makeLink } from '#lib/introductions/links.server.ts';
import { memberWith, pickConnector, pickTarget } from '#lib/introductions/pick-person.server.ts';
import {
	type ChosenPerson,
	type DraftChange,
	maxTargets,
	type NewRequest
} from '#lib/introductions/new-request.ts';
import { readPeace } from '#lib/introductions/own-peace.server.ts';
import { type Goal, goals } from '#lib/introductions/judge-peace.ts';
import type { Refusal } from '#lib/introductions/refusals.ts';

type Db = Kysely<Database>;
type Done<T = object> = ({ ok: true } & T) | { ok: false; refusal: Refusal };
/** `accepts`: what the connector accepts instead. */
type Unbegun = { ok: false; refusal: Refusal; accepts?: readonly Goal[] };
type Begun = { ok: true; requestId: string } | Unbegun;
const no = (refusal: Refusal) => ({ ok: false, refusal }) as const;

/**
 * Begins a request. Refuses 'not_yours' to all but members, 'not_found' for somebody else's contact,
 * 'not_for_this' where the connector accepts other requests only.
 */
export function beginDraft(
	{ db, secret }: Pick<Doors, 'db' | 'secret'>,
	actor: Actor,
	wanted: NewRequest,
	now: Date
): Promise<Begun> {
	return db.transaction().execute(async (trx) => {
		if (actor.kind !== 'member') return no('not_yours');
		const judged = await judgeBegin(trx, actor, wanted);
		if (!judged.ok) return judged;
		const { connector, goal } = judged;
		const { communityId, memberId: requesterId } = actor;
		const { id: requestId } = await trx
			.insertInto('requests')
			.values({ communityId, requesterId, reason: wanted.reason, goal, ...connector })
			.returning('id')
			.executeTakeFirstOrThrow();
		await makeLink(trx, secret, communityId, { purpose: 'connector', requestId }, now);
		for (const target of wanted.targets)
			if (!(await insertTarget(trx, actor, requestId, target, now))) return no('not_found');
		return { ok: true, requestId };
	});
}

/** Why the connector cannot be asked for this, as `beginDraft` says it; null when they can be. */
export async function beginRefusal(
	db: Db,
	actor: Member,
	wanted: Pick<NewRequest, 'connector' | 'goal'>
): Promise<Unbegun | null> {
	const judged = await db.transaction().execute((trx) => judgeBegin(trx, actor, wanted));
	return judged.ok ? null : judged;
}

async function judgeBegin(
	trx: Transaction<Database>,
	actor: Member,
	wanted: Pick<NewRequest, 'connector' | 'goal'>
) {
	const { communityId } = actor;
	if (!may(actor, { to: 'write_request', communityId })) return no('not_yours');
	const connector = await pickConnector(trx, actor, wanted.connector);
	if (!connector) return no('not_found');
	const goal = wanted.goal ?? 'other';
	const accepts = await acceptedBy(trx, communityId, connector.connectorMemberId);
	if (!accepts.includes(goal)) return { ...no('not_for_this'), accepts };
	return { ok: true, connector, goal } as const;
}

async function acceptedBy(
	trx: Transaction<Database>,
	communityId: string,
	memberId: string | null
): Promise<readonly Goal[]> {
	const peace = memberId ? await readPeace(trx, communityId, memberId) : undefined;
	return peace?.asksFor ?? goals;
}

/** Names one more person in a draft; 'incomplete' beyond ten. */
export function addTarget(
	db: Db,
	actor: Actor,
	requestId: string,
	target: ChosenPerson,
	now: Date
): Promise<Done> {
	return changingDraft(db, actor, requestId, async (trx, member) => {
		const named = await trx
			.selectFrom('introductions')
			.select('id')
			.where('communityId', '=', member.communityId)
			.where('requestId', '=', requestId)
			.execute();
		if (named.length >= maxTargets) return no('incomplete');
		const added = await insertTarget(trx, member, requestId, target, now);
		return added ? { ok: true } : no('not_found');
	});
}

/** Takes a person out of a draft. */
export function removeTarget(db: Db, actor: Actor, requestId: string, introductionId: string) {
	return changingDraft(db, actor, requestId, async (trx, { communityId }) => {
		await trx
			.deleteFrom('introductions')
			.where('communityId', '=', communityId)
			.where('requestId', '=', requestId)
			.where('id', '=', introductionId)
			.execute();
		return { ok: true };
	});
}

/** Autosave: keeps what is given and leaves the rest. */
export function saveDraft(
	db: Db,
	actor: Actor,
	requestId: string,
	{ reasons, ...columns }: DraftChange,
	now: Date
): Promise<Done> {
	return changingDraft(db, actor, requestId, async (trx, member) => {
		const { communityId } = member;
		// Another address may be another member's, or nobody's: the old one must not read the letter.
		const { connectorEmail: email } = columns;
		const connector =
			email === undefined
				? {}
				: { connectorMemberId: (await memberWith(trx, member, [email]))?.id ?? null };
		await trx
			.updateTable('requests')
			.set({ ...columns, ...connector, updatedAt: now })
			.where('communityId', '=', communityId)
			.where('id', '=', requestId)
			.execute();
		for (const [id, reason] of Object.entries(reasons ?? {}))
			await trx
				.updateTable('introductions')
				.set({ reason })
				.where('communityId', '=', communityId)
				.where('requestId', '=', requestId)
				.where('id', '=', id)
				.execute();
		return { ok: true };
	});
}

/** Throws a draft away; a request once sent is withdrawn instead. */
export function dropDraft(db: Db, actor: Actor, requestId: string): Promise<Done> {
	return changingDraft(db, actor, requestId, async (trx, { communityId }) => {
		await trx
			.deleteFrom('requests')
			.where('communityId', '=', communityId)
			.where('id', '=', requestId)
			.execute();
		return { ok: true };
	});
}

/**
 * Runs a change on a draft of this actor's own, locked; 'not_found' for others, 'too_late' once sent,
 * 'waiting' while it waits for its day.
 */
function changingDraft(
	db: Db,
	actor: Actor,
	requestId: string,
	change: (trx: Transaction<Database>, member: Member) => Promise<Done>
): Promise<Done> {
	return db.transaction().execute(async (trx) => {
		if (actor.kind !== 'member') return no('not_found');
		const request = await trx
			.selectFrom('requests')
			.select(['sentAt', 'sendOn'])
			.where('communityId', '=', actor.communityId)
			.where('requesterId', '=', actor.memberId)
			.where('id', '=', requestId)
			.forUpdate()
			.executeTakeFirst();
		if (!request) return no('not_found');
		if (request.sentAt) return no('too_late');
		return request.sendOn ? no('waiting') : change(trx, actor);
	});
}

async function insertTarget(
	trx: Transaction<Database>,
	member: Member,
	requestId: string,
	person: ChosenPerson,
	now: Date
): Promise<boolean> {
	const target = await pickTarget(trx, member, requestId, person);
	if (!target) return false;
	const last = await trx
		.selectFrom('introductions')
		.select((eb) => eb.fn.max('ordinal').as('ordinal'))
		.where('communityId', '=', member.communityId)
		.where('requestId', '=', requestId)
		.executeTakeFirst();
	await trx
		.insertInto('introductions')
		.values({
			communityId: member.communityId,
			requestId,
			ordinal: (last?.ordinal ?? 0) + 1,
			state: 'draft',
			since: now,
			...target
		})
		.execute();
	return true;
}
