import { system } from '#lib/access/actor.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { act, type Doors } from '#lib/introductions/act.server.ts';
import { isConnectorAway } from '#lib/introductions/connector-away.ts';
import { type Loaded, loadIntroduction } from '#lib/introductions/load-introduction.server.ts';
import { removalOf } from '#lib/introductions/load-request.server.ts';
import { standsStill } from '#lib/introductions/state-sentence.ts';
import { dueTimer } from '#lib/introductions/timers.ts';
import { sendDue } from '#lib/introductions/wait-request.server.ts';

/**
 * Does what time alone makes due: requests that waited for this day, reminders, and giving up on an
 * answer. Each goes through the same door as everything else, so two processes ticking at once still
 * send and remind only once.
 */
export async function tick(doors: Doors): Promise<void> {
	const communities = await doors.db
		.selectFrom('communities')
		.select('id')
		.where('kind', '!=', 'server')
		.execute();
	for (const { id } of communities) await tickOne(doors, id);
}

/** A connector who is gone is not reminded, and nobody reads later that he was. */
async function waitsForNobody(db: Doors['db'], { request, life }: Loaded): Promise<boolean> {
	const removedAt = await removalOf(db, request.communityId, request.connectorMemberId);
	return standsStill({ state: life.state, away: isConnectorAway(request, removedAt) });
}

async function tickOne(doors: Doors, communityId: string): Promise<void> {
	const now = await communityNow(doors.db, communityId);
	await sendDue(doors, communityId, now);
	const waiting = await doors.db
		.selectFrom('introductions')
		.select('id')
		.where('communityId', '=', communityId)
		.where('state', 'in', ['requested', 'asked', 'agreed', 'introduced', 'postponed'])
		.orderBy('since')
		.execute();
	for (const { id: introductionId } of waiting) {
		const key = { communityId, introductionId };
		const found = await loadIntroduction(doors.db, key);
		const due = found && dueTimer(found.life, now);
		if (due && !(await waitsForNobody(doors.db, found)))
			await act(doors, system, key, { event: { kind: due } }, now);
	}
}
