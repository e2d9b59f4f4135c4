import type { MailRow } from '#lib/db/schema.ts';
import { headerLine } from '#lib/mail/header-text.ts';
import { htmlTwin } from '#lib/mail/html-twin.ts';

/** A mail as it is handed to the mail server, except for the address that we send from. */
export interface Message {
	fromName: string;
	to: { name: string; address: string };
	/** Empty: answers go to our own address. */
	replyTo: string;
	subject: string;
	text: string;
	html: string;
	/** With its angle brackets. */
	messageId: string;
	/** With its angle brackets, or empty. */
	inReplyTo: string;
	date: Date;
	headers: Record<string, string>;
}

/** Puts one row of the outbox into its final form. `fill` turns link placeholders into addresses. */
export function composeMessage(mail: MailRow, fill: (text: string) => string, now: Date): Message {
	const text = `${fill(mail.body).replace(/\r\n?/g, '\n').trimEnd()}\n`;
	return {
		fromName: senderName(mail.fromName),
		to: { name: headerLine(mail.toName), address: mail.toEmail },
		replyTo: mail.replyTo,
		subject: headerLine(mail.subject),
		text,
		html: htmlTwin(text, mail.locale),
		messageId: mail.messageId,
		inReplyTo: mail.inReplyTo,
		date: now,
		headers: { ...machineHeaders(mail), ...unsubscribeHeaders(mail, fill) }
	};
}

/** "Dean Groves via Entremise": a person speaks, and nobody pretends that the mail left their own box. */
export function senderName(name: string): string {
	const person = headerLine(name);
	return person ? `${person} via Entremise` : 'Entremise';
}

// A letter is from a person to a person: an automatic reply ("on holiday") is welcome there, and only there.
function machineHeaders(mail: MailRow): Record<string, string> {
	return mail.kind === 'letter' ? {} : { 'Auto-Submitted': 'auto-generated' };
}

function unsubscribeHeaders(mail: MailRow, fill: (text: string) => string): Record<string, string> {
	if (mail.kind !== 'reminder' && mail.kind !== 'digest') return {};
	const url = URL.parse(fill(mail.unsubscribe));
	if (!url || !/^https?:$/.test(url.protocol)) return {};
	const header = { 'List-Unsubscribe': `<${url.href}>` };
	if (!mail.unsubscribeByPost) return header;
	return { ...header, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
