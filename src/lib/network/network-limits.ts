import { z } from 'zod';

/** How much is held of networks, and when it is read and kept. */
export const networkLimits = z.object({
	/** Contacts held in all; beyond, the community that was not asked about for longest is let go. */
	mostContacts: z.int(),
	/** Of fewer contacts nothing is kept: they are read sooner than a file is worth. */
	worthKeeping: z.int(),
	/** In milliseconds: so long nothing changed before a network is kept. */
	quiet: z.int(),
	/** Of no more contacts everything that changed is read before any answer. */
	fewContacts: z.int()
});
export type NetworkLimits = z.infer<typeof networkLimits>;

/** Two million contacts are about a gigabyte. */
export const usualLimits: NetworkLimits = {
	mostContacts: 2_000_000,
	worthKeeping: 5000,
	quiet: 20_000,
	fewContacts: 20_000
};
