import { signValue, verifySignedValue } from '#lib/access/signed-value.server.ts';

/** The cookie that says which person of the demo is being played: `<member id>.<hmac>`. */
export const demoRoleCookie = 'demo_role';

/** The cookie's value for a member of the demo. */
export function signDemoRole(secret: string, memberId: string): string {
	return signValue(secret, demoRoleCookie, memberId);
}

/** The member id in the cookie, or null when it is absent or not ours. */
export function readDemoRole(secret: string, cookie: string | undefined): string | null {
	return verifySignedValue(secret, demoRoleCookie, cookie);
}
