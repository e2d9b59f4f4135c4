import { fail } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { listIntroductions } from '#lib/introductions/introduction-list.server.ts';
import { undeliveredRequests } from '#lib/introductions/letters-failed.server.ts';
import { underWay, todayOf } from '#lib/introductions/today.ts';
import { dormantTie, setAside } from '#lib/network/dormant.server.ts';
import { countContacts } from '#lib/people/contact-list.server.ts';
import { countToReview } from '#lib/matching/review.server.ts';
import { readingsToday } from '#lib/readings/readings-today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { app, actor } = locals;
	const member = signedIn(locals);
	const now = await communityNow(app.db, member.communityId);
	const lines = await listIntroductions(app.db, actor);
	const [undelivered, contacts, dare] = await Promise.all([
		undeliveredRequests(app.db, member.communityId, lines),
		countContacts(app.db, actor),
		dormantTie(app.db, actor, now)
	]);
	return {
		now,
		name: member.name,
		today: todayOf(lines, now, undelivered),
		readings: await readingsToday(app.db, actor),
		toReview: await countToReview(app.db, actor),
		underWay: underWay(lines),
		/** How far one has come: nobody known yet, nothing asked yet, or under way. */
		stage: lines.length > 0 ? ('under_way' as const) : contacts > 0 ? 'known' : 'new',
		dare
	};
};

export const actions: Actions = {
	/** "Not this person": somebody else is suggested. */
	set_aside: async ({ locals, request }) => {
		const contact = String((await request.formData()).get('contact') ?? '');
		const now = await communityNow(locals.app.db, signedIn(locals).communityId);
		if (!(await setAside(locals.app.db, locals.actor, contact, now))) return fail(404);
	}
};
