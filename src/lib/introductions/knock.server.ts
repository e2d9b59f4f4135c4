import type { Kysely } from 'kysely';
import type { ConnectorLink, TargetLink } from '#lib/access/actor.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { communityOfLink, openLink } from '#lib/introductions/links.server.ts';

/** What a link that opens nothing says of itself; never whose it was. */
export type ClosedLink = 'unknown' | 'expired' | 'withdrawn';

export const closedStatus = {
	unknown: 404,
	expired: 410,
	withdrawn: 410
} satisfies Record<ClosedLink, number>;

export type Knocked<Holder> =
	{ ok: true; actor: Holder; now: Date } | { ok: false; closed: ClosedLink };

/** Who holds this connector's link, and what time it is there. Changes nothing. */
export async function knockAsConnector(
	db: Kysely<Database>,
	token: string
): Promise<Knocked<ConnectorLink>> {
	const opened = await knock(db, 'connector', token);
	if (!opened.ok) return opened;
	const { actor, now } = opened;
	return actor.kind === 'connector_link' ? { ok: true, actor, now } : unknown;
}

/** Who holds this answer link, and what time it is there. Changes nothing. */
export async function knockAsTarget(
	db: Kysely<Database>,
	token: string
): Promise<Knocked<TargetLink>> {
	const opened = await knock(db, 'target', token);
	if (!opened.ok) return opened;
	const { actor, now } = opened;
	return actor.kind === 'target_link' ? { ok: true, actor, now } : unknown;
}

const unknown = { ok: false, closed: 'unknown' } as const;

async function knock(
	db: Kysely<Database>,
	purpose: 'connector' | 'target',
	token: string
): Promise<Knocked<ConnectorLink | TargetLink>> {
	const communityId = communityOfLink(token);
	if (!communityId) return unknown;
	const now = await communityNow(db, communityId);
	const opened = await openLink(db, purpose, token, now);
	if (opened.ok) return { ok: true, actor: opened.actor, now };
	return { ok: false, closed: opened.refusal === 'revoked' ? 'withdrawn' : opened.refusal };
}
