import type { Kysely } from 'kysely';
import { type Actor, stranger } from '#lib/access/actor.ts';
import { demoRoleCookie, readDemoRole } from '#lib/access/demo-role.server.ts';
import type { Auth } from '#lib/communities/auth.server.ts';
import {
	type CurrentMember,
	memberOfAccount,
	memberOfDemo,
	memberOfSession
} from '#lib/communities/current-member.server.ts';
import { settledSession } from '#lib/communities/settled-session.server.ts';
import { type CookieJar, headersOf, keepCookies } from '#lib/communities/session-cookies.server.ts';
import type { Database } from '#lib/db/schema.ts';

/** The cookie that remembers which of an account's communities it is in. */
export const communityCookie = 'community';

/** Who makes a request: a role of the demo while one is played, else the account's member, else a stranger. */
export interface Standing {
	actor: Actor;
	member: CurrentMember | null;
	/** The signed-in account, also while a demo role is played or when it is in no community. */
	userId: string | null;
}

/** Reads the cookies of a request; prolongs the session's own when it is due. */
export async function standingOf(
	app: { db: Kysely<Database>; auth: Auth; config: { secret: string; demo: 'on' | 'off' } },
	cookies: CookieJar
): Promise<Standing> {
	const chosen = cookies.get(communityCookie);
	const role =
		app.config.demo === 'on' && readDemoRole(app.config.secret, cookies.get(demoRoleCookie));
	const played = role ? await memberOfDemo(app.db, role) : null;
	const session = played ? null : await settledSession(app.auth, cookies);
	const settled = session && (await memberOfSession(app.db, session, chosen));
	if (settled) return { actor: actorOf(settled), member: settled, userId: settled.userId };
	const userId = await accountOf(app.auth, cookies);
	const own = userId && !played && memberOfAccount(app.db, userId, chosen);
	const member = played ?? ((await own) || null);
	return { actor: member ? actorOf(member) : stranger, member, userId };
}

async function accountOf(auth: Auth, cookies: CookieJar): Promise<string | null> {
	const { response, headers } = await auth.api.getSession({
		headers: headersOf(cookies),
		returnHeaders: true
	});
	keepCookies(cookies, headers);
	return response?.user.id ?? null;
}

function actorOf({ communityId, memberId, role }: CurrentMember): Actor {
	return { kind: 'member', communityId, memberId, role };
}
