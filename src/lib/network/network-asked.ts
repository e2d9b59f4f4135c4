import { z } from 'zod';
import { networkLimits } from '#lib/network/network-limits.ts';

const somebody = z.string();
const question = z.object({
	communityId: z.string(),
	memberId: z.string(),
	targets: z.array(somebody).max(1000),
	k: z.int().min(1).max(1000),
	maxTies: z.literal([1, 2, 3]),
	spared: z.array(somebody).optional()
});

/** What the thread that finds paths is asked; it answers with the same id. */
export const networkAsked = z.discriminatedUnion('ask', [
	z.object({ ask: z.literal('paths'), id: z.int(), question }),
	z.object({ ask: z.literal('bestOfEach'), id: z.int(), question }),
	z.object({
		ask: z.literal('reach'),
		id: z.int(),
		question: z.object({ communityId: z.string(), memberId: z.string() })
	}),
	z.object({ ask: z.literal('stop'), id: z.int() })
]);
export type NetworkAsked = z.infer<typeof networkAsked>;

/** With what the thread begins. */
export const networkStart = z.object({
	url: z.string(),
	folder: z.string(),
	limits: networkLimits
});
export type NetworkStart = z.infer<typeof networkStart>;
