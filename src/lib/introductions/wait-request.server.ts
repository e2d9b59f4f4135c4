import type { Kysely, Transaction } from 'kysely';
import { type Actor, type Member } from '#lib/access/actor.ts';
import type { Database, RequestRow } from '#lib/db/schema.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import type { Doors } from '#lib/introductions/act.server.ts';
import { lockPeace, readSurroundings } from '#lib/introductions/keep-peace.server.ts';
import { judgePeace, nextMonth } from '#lib/introductions/judge-peace.ts';
import type { Refusal } from '#lib/introductions/refusals.ts';
import { sendRequest, whyNot } from '#lib/introductions/send-request.server.ts';

type Db = Kysely<Database>;
type Waits = { ok: true; sendOn: string } | { ok: false; refusal: Refusal };
const no = (refusal: Refusal) => ({ ok: false, refusal }) as const;

/**
 * Keeps a draft until its connector's next month begins; then it leaves by the server's mail.
 * Refuses what sending it would refuse for any other reason than 'asked_enough', and
 * 'changed_meanwhile' when the connector can be asked today.
 */
export function waitForTurn(
	db: Db,
	actor: Actor,
	requestId: string,
	now: Date,
	{ knowing = false } = {}
): Promise<Waits> {
	return db.transaction().execute(async (trx): Promise<Waits> => {
		const request = await lockOwn(trx, actor, requestId);
		const refusal = whyNot(request, 'mail');
		if (!request || refusal) return no(refusal ?? 'not_found');
		const several = knowing ? now : request.severalConfirmedAt;
		const unkind = await firstRefusal(trx, { ...request, severalConfirmedAt: several }, now);
		if (unkind !== 'asked_enough') return no(unkind ?? 'changed_meanwhile');
		const sendOn = nextMonth(now);
		await changeOwn(trx, request)
			.set({ sendOn, waitingSince: now, held: '', severalConfirmedAt: several })
			.execute();
		return { ok: true, sendOn };
	});
}

/** Makes it a draft again, to be changed, sent or thrown away. */
export function stopWaiting(db: Db, actor: Actor, requestId: string): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const request = await lockOwn(trx, actor, requestId);
		if (!request?.sendOn || request.sentAt) return false;
		await changeOwn(trx, request).set({ sendOn: null, waitingSince: null }).execute();
		return true;
	});
}

/**
 * Sends what waited for this day, who waited longest first. Where a connector's new month is full
 * already, it waits for the next; where anything else forbids it, it is held as a draft with why.
 */
export async function sendDue(doors: Doors, communityId: string, now: Date): Promise<void> {
	const due = dayOf(now);
	for (const { id, ...member } of await dueRequests(doors.db, communityId, due)) {
		const requester: Member = { kind: 'member', communityId, ...member };
		// Whoever asked somebody else meanwhile was told of this one, and confirmed it there.
		const sent = await sendRequest(doors, requester, id, 'mail', now, { knowing: true, due });
		if (sent.ok || sent.refusal === 'too_late' || sent.refusal === 'changed_meanwhile') continue;
		const again = sent.refusal === 'asked_enough';
		const change = again
			? { sendOn: nextMonth(now) }
			: { sendOn: null, waitingSince: null, held: sent.refusal };
		await changeOwn(doors.db, { communityId, id })
			.set(change)
			.where('sentAt', 'is', null)
			// Not what was taken back meanwhile, nor what waits anew.
			.where('sendOn', '<=', due)
			.execute();
	}
}

function dueRequests(db: Db, communityId: string, today: string) {
	return db
		.selectFrom('requests')
		.innerJoin('members', (join) =>
			join
				.onRef('members.communityId', '=', 'requests.communityId')
				.onRef('members.id', '=', 'requests.requesterId')
		)
		.select(['requests.id', 'members.id as memberId', 'members.role'])
		.where('requests.communityId', '=', communityId)
		.where('requests.sentAt', 'is', null)
		.where('requests.sendOn', '<=', today)
		.where('members.removedAt', 'is', null)
		.orderBy('requests.waitingSince')
		.execute();
}

async function firstRefusal(trx: Transaction<Database>, request: RequestRow, now: Date) {
	await lockPeace(trx, request);
	const { common, asks } = await readSurroundings(trx, request, now);
	if (asks.length === 0) return 'incomplete';
	const refusals = asks.map(({ earlier }) => judgePeace({ ...common, earlier }));
	return refusals.find((refusal) => refusal !== 'asked_enough') ?? refusals[0] ?? null;
}

async function lockOwn(trx: Transaction<Database>, actor: Actor, requestId: string) {
	if (actor.kind !== 'member') return undefined;
	return trx
		.selectFrom('requests')
		.selectAll()
		.where('communityId', '=', actor.communityId)
		.where('requesterId', '=', actor.memberId)
		.where('id', '=', requestId)
		.forUpdate()
		.executeTakeFirst();
}

function changeOwn(db: Db, { communityId, id }: Pick<RequestRow, 'communityId' | 'id'>) {
	return db.updateTable('requests').where('communityId', '=', communityId).where('id', '=', id);
}
