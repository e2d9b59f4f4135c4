import { z } from 'zod';
import { m } from '#lib/i18n/paraglide/messages.js';

/** What one says of a community: when founding it, and later. */
export const communityShape = {
	communityName: z
		.string()
		.trim()
		.min(1, { error: () => m.communities_name_missing() })
		.max(200, { error: () => m.communities_name_long() }),
	about: z
		.string()
		.trim()
		.max(300, { error: () => m.communities_about_long() })
		.default('')
};
