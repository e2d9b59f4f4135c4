import { readEmailDate } from '#lib/importers/email-date.ts';
import { readHeaders, type EmailHeaders } from '#lib/importers/email-headers.ts';
import { type PeopleReader, readPeople } from '#lib/importers/email-people.ts';
import { emailRefusal, isRobot, isSent } from '#lib/importers/email-refusal.ts';
import type { ImportRow, RefusalReason, Somebody } from '#lib/importers/record.ts';

/** Where a message stands in its file, and the line before it that an mbox writes. */
export interface MessagePlace {
	line: number;
	envelope: string;
}

/**
 * What the headers of one message tell. Without a readable Date the moment is that of its delivery;
 * nothing of the subject or the body is ever in a row. `people` may remember what it read before.
 */
export function readMessage(
	text: string,
	{ line, envelope }: MessagePlace,
	people: PeopleReader = readPeople
): ImportRow {
	const headers = readHeaders(text);
	if (headers.size === 0) return refusedMessage(line, 'unreadable');
	const from = people(headers.get('from') ?? '')[0] ?? people(headers.get('sender') ?? '')[0];
	const to = recipients(headers, people);
	const refusal = emailRefusal(headers, from, to);
	if (refusal) return refusedMessage(line, refusal);
	const sentAt = sentAtOf(headers, envelope);
	const key = firstId(headers.get('message-id'));
	return {
		kind: 'record',
		record: {
			kind: 'message',
			via: 'email',
			line,
			...(from && { from }),
			to: to.filter(({ email = '' }) => !isRobot(email)),
			...(sentAt && { sentAt }),
			thread: threadOf(headers, line),
			...(key && { key }),
			...(isSent(headers) && { direction: 'mine' as const }),
			unread: unreadDate(headers)
		}
	};
}

/** A row for a message that is none; its words are nobody's business, so there is no excerpt. */
export function refusedMessage(line: number, reason: RefusalReason): ImportRow {
	return { kind: 'refused', line, reason, excerpt: '' };
}

function recipients(headers: EmailHeaders, people: PeopleReader): readonly Somebody[] {
	const fields = ['to', 'cc', 'bcc'].map((name) => headers.get(name) ?? '');
	return people(fields.filter((field) => field !== '').join(', '));
}

function sentAtOf(headers: EmailHeaders, envelope: string): string | undefined {
	const received = headers.get('received') ?? '';
	return (
		readEmailDate(headers.get('date') ?? '') ??
		readEmailDate(received.slice(received.lastIndexOf(';') + 1)) ??
		readEmailDate(envelope.slice(envelope.indexOf(' ', 5)))
	);
}

function unreadDate(headers: EmailHeaders): { field: 'sentAt'; value: string }[] {
	const value = headers.get('date') ?? '';
	const senseless = value !== '' && readEmailDate(value) === undefined;
	return senseless ? [{ field: 'sentAt', value: value.slice(0, 100) }] : [];
}

/** Gmail's own name for the conversation; else the first message of it that a header names. */
function threadOf(headers: EmailHeaders, line: number): string {
	const gmail = headers.get('x-gm-thrid');
	if (gmail) return `gmail:${gmail.slice(0, 40)}`;
	return (
		firstId(headers.get('references')) ??
		firstId(headers.get('in-reply-to')) ??
		firstId(headers.get('message-id')) ??
		`line:${line}`
	);
}

function firstId(header = ''): string | undefined {
	const [, bracketed, bare] = /<\s*([^<>\s]+)\s*>|^\s*([^<>\s]+@[^<>\s]+)/.exec(header) ?? [];
	return (bracketed ?? bare)?.slice(0, 250);
}
