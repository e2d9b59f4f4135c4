import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Part } from '#lib/access/part.ts';
import type { Database } from '#lib/db/schema.ts';
import type { LifeEvent } from '#lib/introductions/lifecycle.ts';

const channels = z.array(z.enum(['email', 'phone']));
const storedEvent = z.discriminatedUnion('kind', [
	z.object({
		kind: z.enum([
			'send',
			'withdraw',
			'ask',
			'turn_down',
			'suggest',
			'redirect',
			'read',
			'thank',
			'remind',
			'give_up',
			'mute'
		])
	}),
	z.object({ kind: z.enum(['vouch', 'agree']), channels }),
	z.object({ kind: z.literal('decline'), never: z.boolean() }),
	z.object({ kind: z.enum(['postpone', 'snooze']), until: z.string() }),
	z.object({
		kind: z.literal('report'),
		outcome: z.enum(['in_contact', 'met', 'nothing', 'led_to'])
	})
]) satisfies z.ZodType<LifeEvent>;

export interface HistoryRow {
	introductionId: string;
	event: LifeEvent;
	actor: Part;
	at: Date;
}

/** What happened to these introductions, oldest first. */
export async function readHistory(
	db: Kysely<Database>,
	communityId: string,
	introductionIds: string[]
): Promise<HistoryRow[]> {
	if (introductionIds.length === 0) return [];
	const rows = await db
		.selectFrom('history')
		.select(['introductionId', 'event', 'actor', 'at'])
		.where('communityId', '=', communityId)
		.where('introductionId', 'in', introductionIds)
		.orderBy('introductionId')
		.orderBy('version')
		.execute();
	return rows.map((row) => ({ ...row, event: storedEvent.parse(row.event) }));
}
