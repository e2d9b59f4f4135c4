import { may } from '#lib/access/policy.ts';
import { communitiesOfAccount, signedIn } from '#lib/communities/current-member.server.ts';
import { readWritingHelp } from '#lib/communities/writing-help.server.ts';
import { demoPeople } from '#lib/communities/members.server.ts';
import { nowAhead } from '#lib/db/clock.server.ts';
import { listIntroductions } from '#lib/introductions/introduction-list.server.ts';
import { undeliveredRequests } from '#lib/introductions/letters-failed.server.ts';
import { countToday, todayOf, waitingStates } from '#lib/introductions/today.ts';
import { readingsToday } from '#lib/readings/readings-today.server.ts';
import type { LayoutServerLoad } from './$types';

// Strangers never come here: hooks.server.ts sends them to the sign-in page.
export const load: LayoutServerLoad = async ({ locals }) => {
	const member = signedIn(locals);
	const db = locals.app.prepared;
	const { communityId, community } = member;
	const demo = community.kind === 'demo';
	const communities = locals.userId ? await communitiesOfAccount(db, locals.userId) : [];
	return {
		member: { name: member.name, email: member.email, locale: locals.locale },
		community: { id: community.id, name: community.name, kind: community.kind, demo },
		communities,
		nav: {
			counts: { today: await waitingToday(), introductions: 0 },
			postBox: demo || may(locals.actor, { to: 'read_post_box', communityId })
		},
		writingHelp: await readWritingHelp(db, locals.actor),
		demo: demo ? { roles: await rolesOf(member.memberId) } : null
	};

	async function waitingToday() {
		const now = nowAhead(member);
		const lines = await listIntroductions(db, locals.actor, waitingStates);
		const undelivered = await undeliveredRequests(db, communityId, lines);
		const readings = await readingsToday(db, locals.actor);
		return countToday(todayOf(lines, now, undelivered)) + readings.length;
	}

	async function rolesOf(playing: string) {
		const people = await demoPeople(db, communityId);
		return people.map(({ id, name }) => ({ id, name, playing: id === playing }));
	}
};
