import { excerptOf, toldIn } from '#lib/importers/cell.ts';
import type { UnreadValue } from '#lib/importers/record.ts';
import { normaliseEmail } from '#lib/people/email.ts';
import { normaliseProfile, usualProfile } from '#lib/people/profile-address.ts';

/** Longer than any name; an index has to hold it. */
export const longestName = 400;

/** The e-mail addresses in a cell, once each; what else is there is added to `unread`. */
export function emailsIn(value: string, unread: UnreadValue[]): string[] {
	const results = value.split(/[\s;,]+/).map(normaliseEmail);
	const emails = results.flatMap((result) => (result.ok ? [result.email] : []));
	if (emails.length < results.length) unread.push({ field: 'email', value: excerptOf(value) });
	return [...new Set(emails)];
}

/** The profile that an address in a cell names, or the address as a link where it is no profile's. */
export function addressIn(
	cell: string,
	unread: UnreadValue[]
): { profile: string | undefined; links: string[] } {
	const usual = usualProfile(cell);
	if (usual !== undefined) return { profile: usual, links: [] };
	const value = toldIn(cell);
	if (value === undefined) return { profile: undefined, links: [] };
	const result = normaliseProfile(value);
	if (result.ok) return { profile: result.profile, links: [] };
	if (/^https?:\/\/[^\s/]+\S*$/i.test(value) && value.length <= 2000) {
		return { profile: undefined, links: [value] };
	}
	unread.push({ field: 'profile', value: excerptOf(value) });
	return { profile: undefined, links: [] };
}

/** Which way LinkedIn's INCOMING and OUTGOING go; undefined where it is neither. */
export function directionIn(value: string): 'theirs' | 'mine' | undefined {
	if (/^(?:incoming|received)/i.test(value)) return 'theirs';
	return /^(?:outgoing|sent)/i.test(value) ? 'mine' : undefined;
}

/** Whether a cell of LinkedIn's says yes. */
export function isYes(value: string): boolean {
	return /^(?:yes|true|1|oui)$/i.test(value);
}
