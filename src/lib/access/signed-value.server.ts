import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A value with its keyed hash, `<value>.<hmac>`, for a cookie or a link that must come back unchanged.
 * `purpose` keeps a value signed for one use from being accepted for another.
 */
export function signValue(secret: string, purpose: string, value: string): string {
	return `${value}.${keyedHash(secret, purpose, value).toString('base64url')}`;
}

/** The value inside, or null when it was not signed by us for this purpose. Takes the same time either way. */
export function verifySignedValue(
	secret: string,
	purpose: string,
	signed: string | undefined
): string | null {
	const dot = signed?.lastIndexOf('.') ?? -1;
	if (signed === undefined || dot < 0) return null;
	const value = signed.slice(0, dot);
	const given = Buffer.from(signed.slice(dot + 1));
	const expected = Buffer.from(keyedHash(secret, purpose, value).toString('base64url'));
	return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}

/** HMAC-SHA256 of a value under the server's secret; tells equal values apart from others, and nothing else. */
export function keyedHash(secret: string, purpose: string, value: string): Buffer {
	return createHmac('sha256', secret).update(`${purpose}\0${value}`).digest();
}
