import { decodeWords } from 'postal-mime';
import type { EmailHeaders } from '#lib/importers/email-headers.ts';
import type { RefusalReason, Somebody } from '#lib/importers/record.ts';

/** A message to more people than this is an announcement: it ties nobody to anybody. */
const mostPeople = 20;

const robot =
	/^(?:.*[._+-])?(?:no-?_?\.?reply|do-?_?\.?not-?_?\.?reply|ne-?_?pas-?_?repondre|pas-?_?de-?_?reponse|nepasrepondre|noreponse|mailer-daemon|postmaster|bounces?|notifications?|notify|newsletters?|mailing|automated|unsubscribe|listserv|majordomo)(?:[._+=-].*)?$/;
const robotDomain = /(?:^|\.)(?:bounces?|noreply|reply|unsubscribe|notifications?)\./;

/** Gmail writes its labels in the language of the account. */
const labels = {
	sent: /^(?:sent|sent mail|messages envoyés|envoyés|gesendet|enviados?|inviati|verzonden|posta inviata|e-?mails enviados)$/,
	draft: /^(?:drafts?|brouillons?|entwürfe|borradores?|bozze|rascunhos?|concepten)$/,
	unwanted:
		/^(?:spam|trash|bin|corbeille|papierkorb|papelera|cestino|lixeira|lixo|prullenbak|pourriel|junk|chats?)$/
};

/** Whether Gmail's labels say that the member sent it. */
export function isSent(headers: EmailHeaders): boolean {
	return hasLabel(headers, labels.sent);
}

/** Whether an address is a machine's. */
export function isRobot(email: string): boolean {
	const at = email.lastIndexOf('@');
	return robot.test(email.slice(0, at)) || robotDomain.test(email.slice(at + 1));
}

/**
 * Why a message is left out: no person wrote it to people. Deleted messages and chats, which Gmail
 * mixes in without saying to whom, are `unwanted`; any list or announcement is a `mailing_list`.
 */
export function emailRefusal(
	headers: EmailHeaders,
	from: Somebody | undefined,
	to: readonly Somebody[]
): RefusalReason | undefined {
	if (hasLabel(headers, labels.draft) || headers.get('x-unsent') === '1') return 'draft';
	if (hasLabel(headers, labels.unwanted) || isErased(headers)) return 'unwanted';
	if (isAutomatic(headers) || isRobot(from?.email ?? '')) return 'no_reply';
	if (isList(headers) || to.length > mostPeople) return 'mailing_list';
	if (to.length > 0 && to.every(({ email = '' }) => isRobot(email))) return 'no_reply';
	return from || to.length > 0 ? undefined : 'nobody_named';
}

function hasLabel(headers: EmailHeaders, label: RegExp): boolean {
	const written = headers.get('x-gmail-labels');
	if (written === undefined) return false;
	const names = decodeWords(written).toLowerCase().normalize('NFC').split(',');
	return names.some((name) => label.test(name.replace(/^[\s"]+|[\s"]+$/g, '')));
}

/** Thunderbird marks what it will erase. */
function isErased(headers: EmailHeaders): boolean {
	return (Number.parseInt(headers.get('x-mozilla-status') ?? '0', 16) & 0x8) !== 0;
}

function isAutomatic(headers: EmailHeaders): boolean {
	const submitted = headers.get('auto-submitted') ?? 'no';
	return (
		!/^no\b/i.test(submitted) ||
		headers.has('x-autoreply') ||
		headers.has('x-autorespond') ||
		headers.get('return-path') === '<>' ||
		/^auto/i.test(headers.get('precedence') ?? '') ||
		/^multipart\/report/i.test(headers.get('content-type') ?? '')
	);
}

function isList(headers: EmailHeaders): boolean {
	return (
		headers.has('list-id') ||
		headers.has('list-unsubscribe') ||
		headers.has('list-post') ||
		/^(?:bulk|junk|list)\b/i.test(headers.get('precedence') ?? '')
	);
}
