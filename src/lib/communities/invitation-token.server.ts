import { createHash, randomBytes } from 'node:crypto';
import { signValue, verifySignedValue } from '#lib/access/signed-value.server.ts';

const mailed = 'mailed_invitation';

/** What a token says: whose community, the hash under which the invitation is stored, and whether it came by mail. */
export interface InvitationToken {
	communityId: string;
	hash: Buffer;
	/** The holder read it in the mailbox it was sent to, which proves the e-mail. */
	byMail: boolean;
}

/** A new token (192 random bits) for an invitation into a community; only its hash is to be stored. */
export function newInvitationToken(communityId: string): { token: string; hash: Buffer } {
	const secretHalf = randomBytes(24);
	const community = Buffer.from(communityId.replaceAll('-', ''), 'hex');
	const token = Buffer.concat([community, secretHalf]).toString('base64url');
	return { token, hash: hashOf(secretHalf) };
}

/** The same token as it goes out by mail and only by mail. */
export function asMailed(secret: string, token: string): string {
	return signValue(secret, mailed, token);
}

/** Reads either form; null when it cannot be one of ours. */
export function readInvitationToken(secret: string, text: string): InvitationToken | null {
	const byMail = text.includes('.');
	const token = byMail ? verifySignedValue(secret, mailed, text) : text;
	if (!token || !/^[\w-]{54}$/.test(token)) return null;
	const bytes = Buffer.from(token, 'base64url');
	const hex = bytes.subarray(0, 16).toString('hex');
	const communityId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	return { communityId, hash: hashOf(bytes.subarray(16)), byMail };
}

function hashOf(secretHalf: Buffer): Buffer {
	return createHash('sha256').update(secretHalf).digest();
}
