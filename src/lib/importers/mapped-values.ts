import { excerptOf } from '#lib/importers/cell.ts';
import type { UnreadValue } from '#lib/importers/record.ts';
import { normaliseEmail } from '#lib/people/email.ts';
import { normaliseLink } from '#lib/people/link.ts';
import { normaliseProfile } from '#lib/people/profile-address.ts';

/** The e-mail addresses in some values, once each: bare, `Zoé <zoe@example.com>`, or several. */
export function readEmails(values: readonly string[], unread: UnreadValue[]): string[] {
	const emails: string[] = [];
	for (const value of values) {
		const whole = normaliseEmail(value);
		if (whole.ok) addOnce(emails, whole.email);
		else if (whole.refusal !== 'empty' && !readSeveral(value, emails)) {
			unread.push({ field: 'email', value: excerptOf(value) });
		}
	}
	return emails;
}

/** Whether everything in the value was an address, or stood beside one in angle brackets. */
function readSeveral(value: string, emails: string[]): boolean {
	const bracketed = [...value.matchAll(/<([^<>]+)>/g)].map((match) => match[1] ?? '');
	const parts = bracketed.length > 0 ? bracketed : value.split(/[\s;,]+/).filter(Boolean);
	const results = parts.map(normaliseEmail);
	for (const result of results) if (result.ok) addOnce(emails, result.email);
	return results.every(({ ok }) => ok);
}

/** Phone numbers as written, once each; `tel:` addresses as people would write them. */
export function readPhones(values: readonly string[]): string[] {
	const phones: string[] = [];
	for (const value of values) {
		const phone = /^tel:|;/i.test(value) ? readTel(value) : value.trim();
		if (phone !== '') addOnce(phones, phone);
	}
	return phones;
}

function readTel(value: string): string {
	const [number = '', ...rest] = value.trim().split(/;(?=[a-z-]+=)/i);
	const extension = rest.find((part) => /^ext=/i.test(part))?.slice(4);
	const bare = number.replace(/^tel:/i, '').trim();
	return extension ? `${bare} ext. ${extension}` : bare;
}

/** The LinkedIn profile among some web addresses, and the others, once each. */
export function readAddresses(
	values: readonly string[],
	unread: UnreadValue[]
): { profile: string | undefined; links: string[] } {
	let profile: string | undefined;
	const links: string[] = [];
	for (const value of values) {
		const text = value.trim();
		if (text === '') continue;
		const read = /linkedin/i.test(text) ? normaliseProfile(text) : undefined;
		if (read?.ok) profile ??= read.profile;
		if (read?.ok && read.profile === profile) continue;
		if (normaliseLink(text).ok) addOnce(links, text);
		else unread.push({ field: 'link', value: excerptOf(text) });
	}
	return { profile, links: links.length < 2 ? links : distinct(links) };
}

/** Of addresses that are compared as the same, the first. */
function distinct(links: readonly string[]): string[] {
	const keys = links.map((link) => {
		const read = normaliseLink(link);
		return read.ok ? read.normalised : link;
	});
	return links.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function addOnce(values: string[], value: string): void {
	if (!values.includes(value)) values.push(value);
}
