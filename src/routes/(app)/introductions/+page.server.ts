import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { filterLines, readFilter } from '#lib/introductions/introduction-filter.ts';
import { listIntroductions } from '#lib/introductions/introduction-list.server.ts';
import { byRequest } from '#lib/introductions/today.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, actor } = locals;
	const now = await communityNow(app.db, signedIn(locals).communityId);
	const all = await listIntroductions(app.db, actor);
	const filter = readFilter(url.searchParams);
	const shown = filterLines(all, filter);
	return {
		now,
		filter,
		requests: byRequest(shown),
		shown: shown.length,
		total: all.length,
		/** Whether there is something of each part, so that a filter is worth offering. */
		parts: new Set(all.map((line) => line.as)).size
	};
};
