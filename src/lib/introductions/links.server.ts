import { createHash, createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ConnectorLink, TargetLink } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';

const day = 86_400_000;
/** Long enough for a late answer, short enough that an old mailbox opens nothing. */
const lifetimes = { connector: 120 * day, target: 120 * day };

/** What a link is for. */
export type Subject =
	{ purpose: 'connector'; requestId: string } | { purpose: 'target'; introductionId: string };

/**
 * Makes (or prolongs) the one link of a request or an introduction; answers its placeholder, to be
 * put into a letter. The secret half is derived from the server's secret and never stored: a copy
 * of the database opens no door.
 */
export async function makeLink(
	db: Kysely<Database>,
	secret: string,
	communityId: string,
	subject: Subject,
	now: Date
): Promise<string> {
	const held = await heldToken(db, communityId, subject);
	const expiresAt = new Date(now.getTime() + lifetimes[subject.purpose]);
	if (held) {
		await prolong(db, communityId, held, expiresAt);
		return placeholder(subject, held);
	}
	const id = crypto.randomUUID();
	const hash = hashOf(secretHalf(secret, id));
	await db
		.insertInto('tokens')
		.values({ communityId, id, hash, expiresAt, ...subject })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const token = await heldToken(db, communityId, subject);
	if (!token) throw new Error('a link could not be made');
	return placeholder(subject, token);
}

/**
 * Ends the link of a request or an introduction and makes another. Done when a letter goes by the
 * server's mail: whoever read it over before has seen the old one, and the new one reaches its
 * addressee alone.
 */
export async function renewLink(
	db: Kysely<Database>,
	secret: string,
	communityId: string,
	subject: Subject,
	now: Date
): Promise<void> {
	const held = await heldToken(db, communityId, subject);
	if (held)
		await db
			.deleteFrom('tokens')
			.where('communityId', '=', communityId)
			.where('id', '=', held)
			.execute();
	await makeLink(db, secret, communityId, subject, now);
}

/** Puts real addresses where a letter has placeholders; only when it is sent or shown. */
export function fillLinks(
	server: { secret: string; publicUrl: string },
	communityId: string,
	text: string
): string {
	return text.replaceAll(/\{\{link:([ra])\/([0-9a-f-]{36})\}\}/g, (_all, door, id) => {
		const token = wholeToken(server.secret, communityId, id);
		return `${server.publicUrl.replace(/\/$/, '')}/${door}/${token}`;
	});
}

export type OpenedLink =
	| { ok: true; actor: ConnectorLink | TargetLink; tokenId: string }
	| { ok: false; refusal: 'unknown' | 'expired' | 'revoked' };

/** Who holds this link. Unknown and forged look the same; changes nothing. */
export async function openLink(
	db: Kysely<Database>,
	purpose: Subject['purpose'],
	token: string,
	now: Date
): Promise<OpenedLink> {
	const parts = readToken(token);
	const row =
		parts &&
		(await db
			.selectFrom('tokens')
			.selectAll()
			.where('communityId', '=', parts.communityId)
			.where('hash', '=', hashOf(parts.half))
			.where('purpose', '=', purpose)
			.executeTakeFirst());
	if (!row) return { ok: false, refusal: 'unknown' };
	if (row.revokedAt) return { ok: false, refusal: 'revoked' };
	if (row.expiresAt <= now) return { ok: false, refusal: 'expired' };
	return { ok: true, actor: holderOf(row), tokenId: row.id };
}

function holderOf(row: {
	communityId: string;
	requestId: string | null;
	introductionId: string | null;
}): ConnectorLink | TargetLink {
	const { communityId, requestId, introductionId } = row;
	if (requestId) return { kind: 'connector_link', communityId, requestId };
	if (introductionId) return { kind: 'target_link', communityId, introductionId };
	throw new Error('a token without a subject');
}

/** The community a link belongs to, so that its clock can be read before it is opened. */
export function communityOfLink(token: string): string | null {
	return readToken(token)?.communityId ?? null;
}

/** The placeholder of a link that has been made, to be shown with fillLinks; null when there is none. */
export async function placeholderOf(
	db: Kysely<Database>,
	communityId: string,
	subject: Subject
): Promise<string | null> {
	const held = await heldToken(db, communityId, subject);
	return held ? placeholder(subject, held) : null;
}

function heldToken(db: Kysely<Database>, communityId: string, subject: Subject) {
	const held = db.selectFrom('tokens').select('id').where('communityId', '=', communityId);
	const one =
		subject.purpose === 'connector'
			? held.where('requestId', '=', subject.requestId)
			: held.where('introductionId', '=', subject.introductionId);
	return one.executeTakeFirst().then((row) => row?.id);
}

async function prolong(db: Kysely<Database>, communityId: string, id: string, expiresAt: Date) {
	await db
		.updateTable('tokens')
		.set({ expiresAt })
		.where('communityId', '=', communityId)
		.where('id', '=', id)
		.execute();
}

function placeholder(subject: Subject, tokenId: string): string {
	return `{{link:${subject.purpose === 'connector' ? 'r' : 'a'}/${tokenId}}}`;
}

/** 128 bits that only this server can make. */
function secretHalf(secret: string, tokenId: string): Buffer {
	return createHmac('sha256', secret).update(`link:${tokenId}`).digest().subarray(0, 16);
}

function hashOf(half: Buffer): Buffer {
	return createHash('sha256').update(half).digest();
}

function wholeToken(secret: string, communityId: string, tokenId: string): string {
	const community = Buffer.from(communityId.replaceAll('-', ''), 'hex');
	return Buffer.concat([community, secretHalf(secret, tokenId)]).toString('base64url');
}

function readToken(token: string): { communityId: string; half: Buffer } | null {
	if (!/^[\w-]{43}$/.test(token)) return null;
	const bytes = Buffer.from(token, 'base64url');
	const hex = bytes.subarray(0, 16).toString('hex');
	const communityId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	return { communityId, half: bytes.subarray(16) };
}
