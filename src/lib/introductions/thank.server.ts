import type { Actor } from '#lib/access/actor.ts';
import { actWithin, type Doors } from '#lib/introductions/act.server.ts';
import type { Refusal } from '#lib/introductions/refusals.ts';

interface Thanks {
	letter: string;
	channel: 'mail' | 'hand';
}

/**
 * Thanks the connector once for a whole request: every introduction with an outcome is thanked for.
 * Refuses 'not_found' for a request that is not theirs, 'too_late' when nothing came of it yet or it
 * was thanked for already, 'no_address' for mail to nowhere, 'incomplete' without words.
 */
export function thank(
	doors: Doors,
	actor: Actor,
	requestId: string,
	thanks: Thanks,
	now: Date
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
	return doors.db.transaction().execute(async (trx) => {
		if (actor.kind !== 'member') return { ok: false, refusal: 'not_found' };
		const { communityId, memberId } = actor;
		const request = await trx
			.selectFrom('requests')
			.select('connectorEmail')
			.where('communityId', '=', communityId)
			.where('requesterId', '=', memberId)
			.where('id', '=', requestId)
			.forUpdate()
			.executeTakeFirst();
		if (!request) return { ok: false, refusal: 'not_found' };
		if (!thanks.letter.trim()) return { ok: false, refusal: 'incomplete' };
		if (thanks.channel === 'mail' && !request.connectorEmail)
			return { ok: false, refusal: 'no_address' };
		const due = await trx
			.selectFrom('introductions')
			.select('id')
			.where('communityId', '=', communityId)
			.where('requestId', '=', requestId)
			.where('state', 'in', ['met', 'closed'])
			.execute();
		if (due.length === 0) return { ok: false, refusal: 'too_late' };
		await trx
			.updateTable('requests')
			.set({ thanksLetter: thanks.letter, thanksChannel: thanks.channel, thankedAt: now })
			.where('communityId', '=', communityId)
			.where('id', '=', requestId)
			.execute();
		for (const { id: introductionId } of due) {
			const deed = { event: { kind: 'thank' } as const };
			await actWithin(trx, doors, actor, { communityId, introductionId }, deed, now);
		}
		return { ok: true };
	});
}
