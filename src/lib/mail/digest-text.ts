import { m } from '#lib/i18n/paraglide/messages.js';
import type { Locale } from '#lib/i18n/locale.ts';
import { firstLink } from '#lib/mail/text-links.ts';

/** One thing a digest tells: a notice's subject, and the first link of its body. */
export interface DigestItem {
	subject: string;
	body: string;
}

/** The one mail of the day, oldest news first. */
export function digestText(
	name: string,
	items: readonly DigestItem[],
	locale: Locale
): { subject: string; body: string } {
	const said = { locale };
	const body = [
		m.mail_digest_greeting({ name }, said),
		m.mail_digest_intro({}, said),
		...items.map(tell),
		m.mail_digest_closing({}, said),
		'Entremise'
	];
	return {
		subject: m.mail_digest_subject({ count: items.length }, said),
		body: body.join('\n\n')
	};
}

function tell({ subject, body }: DigestItem): string {
	const link = firstLink(body);
	return link ? `– ${subject}\n${link}` : `– ${subject}`;
}
