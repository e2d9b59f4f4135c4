import type { Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { actWithin, type Doors } from '#lib/introductions/act.server.ts';
import { renewLink } from '#lib/introductions/links.server.ts';
import { isPeaceRefusal } from '#lib/introductions/judge-peace.ts';
import type { Refusal } from '#lib/introductions/refusals.ts';

/** Some targets may be refused while the others go: each is told apart. */
export type Sent =
	| { ok: true; refused: { introductionId: string; refusal: Refusal }[] }
	| { ok: false; refusal: Refusal };

/**
 * Sends a draft to its connector, by the server's mail or by the requester's own hand. Refuses
 * 'incomplete' without letter, subject, connector or target, 'no_address' for mail to nowhere,
 * 'never_again' when nobody named may be asked for, 'too_late' when it has been sent already, and
 * whatever the connector's peace forbids of anybody named. `knowing`: the requester has said that
 * they know of the other connectors who are being asked. `due` (yyyy-mm-dd): only what waits for
 * this day or one before; anything else is refused with 'changed_meanwhile'.
 */
export async function sendRequest(
	doors: Doors,
	actor: Actor,
	requestId: string,
	channel: 'mail' | 'hand',
	now: Date,
	{ knowing = false, due }: { knowing?: boolean; due?: string } = {}
): Promise<Sent> {
	if (actor.kind !== 'member') return { ok: false, refusal: 'not_found' };
	return undoingRefusals(doors, async (trx) => {
		const { communityId, memberId } = actor;
		const request = await trx
			.selectFrom('requests')
			.selectAll()
			.where('communityId', '=', communityId)
			.where('requesterId', '=', memberId)
			.where('id', '=', requestId)
			.forUpdate()
			.executeTakeFirst();
		const refusal = whyNot(request, channel);
		if (refusal) return { ok: false, refusal };
		if (due && !isDue(request?.sendOn, due)) return { ok: false, refusal: 'changed_meanwhile' };
		await trx
			.updateTable('requests')
			.set({ sentAt: now, channel, sendOn: null, held: '', ...(knowing ? confirmed(now) : {}) })
			.where('communityId', '=', communityId)
			.where('id', '=', requestId)
			.execute();
		const link = { purpose: 'connector', requestId } as const;
		if (channel === 'mail') await renewLink(trx, doors.secret, communityId, link, now);
		return sendEach(trx, doors, actor, communityId, requestId, now);
	});
}

const isDue = (sendOn: string | null | undefined, day: string) => !!sendOn && sendOn <= day;
const confirmed = (now: Date) => ({ severalConfirmedAt: now });

type Row = { sentAt: Date | null; letter: string; subject: string } & {
	connectorName: string;
	connectorEmail: string;
};

/** Why a draft cannot leave, whatever its connector accepts. */
export function whyNot(request: Row | undefined, channel: 'mail' | 'hand'): Refusal | null {
	if (!request) return 'not_found';
	if (request.sentAt) return 'too_late';
	if (!request.letter || !request.subject || !request.connectorName) return 'incomplete';
	return channel === 'mail' && !request.connectorEmail ? 'no_address' : null;
}

async function sendEach(
	trx: Transaction<Database>,
	doors: Doors,
	actor: Actor,
	communityId: string,
	requestId: string,
	now: Date
): Promise<Sent> {
	const named = await trx
		.selectFrom('introductions')
		.select('id')
		.where('communityId', '=', communityId)
		.where('requestId', '=', requestId)
		.orderBy('ordinal')
		.execute();
	const refused: { introductionId: string; refusal: Refusal }[] = [];
	for (const { id: introductionId } of named) {
		const deed = { event: { kind: 'send' } as const };
		const acted = await actWithin(trx, doors, actor, { communityId, introductionId }, deed, now);
		if (!acted.ok && isPeaceRefusal(acted.refusal)) return acted;
		if (!acted.ok) refused.push({ introductionId, refusal: acted.refusal });
	}
	const [first] = refused;
	if (named.length === 0) return { ok: false, refusal: 'incomplete' };
	return first && refused.length === named.length
		? { ok: false, refusal: first.refusal }
		: { ok: true, refused };
}

class Undone extends Error {}

/** A refusal leaves nothing behind: what was changed on the way to it is rolled back. */
async function undoingRefusals(
	doors: Doors,
	change: (trx: Transaction<Database>) => Promise<Sent>
): Promise<Sent> {
	let result: Sent = { ok: false, refusal: 'not_found' };
	try {
		await doors.db.transaction().execute(async (trx) => {
			result = await change(trx);
			if (!result.ok) throw new Undone();
		});
	} catch (error) {
		if (!(error instanceof Undone)) throw error;
	}
	return result;
}
