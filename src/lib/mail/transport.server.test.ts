import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailRow } from '#lib/db/schema.ts';
import { composeMessage } from '#lib/mail/message.ts';
import { type Mailer, openMailer } from '#lib/mail/transport.server.ts';
import { noon } from '../../../tests/support/mail-draft.ts';
import { smtpSink } from '../../../tests/support/smtp.ts';

const sink = await smtpSink();
let mailer: Mailer;

beforeAll(() => {
	const opened = openMailer({ smtpUrl: sink.url, from: 'post@entremise.example.org' });
	if (!opened) throw new Error('no mailer');
	mailer = opened;
});
afterAll(async () => {
	mailer.close();
	await sink.stop();
});

function aMail(given: Partial<MailRow> = {}): MailRow {
	const id = crypto.randomUUID();
	return {
		communityId: crypto.randomUUID(),
		id,
		cause: id,
		kind: 'letter',
		toEmail: `${id}@example.com`,
		toName: 'Pierre Y',
		toMemberId: null,
		fromName: 'Dean Groves',
		replyTo: 'dean@example.org',
		locale: 'fr',
		subject: 'Kathy aimerait te parler — à propos d’ACME',
		body: 'Bonjour Pierre,\n\nC’est par ici : {{link:a/1}}\n\nDean',
		messageId: `<${id}@entremise.example.org>`,
		inReplyTo: '',
		unsubscribe: '',
		unsubscribeByPost: false,
		requestId: null,
		introductionId: null,
		state: 'queued',
		attempts: 0,
		failure: '',
		createdAt: noon,
		triedAt: null,
		sentAt: null,
		expiresAt: null,
		digestId: null,
		...given
	};
}

const fill = (text: string) => text.replace('{{link:a/1}}', 'https://e.example.org/a/x7');

const say = (toEmail: string) => mailer.send(composeMessage(aMail({ toEmail }), fill, noon));

async function deliver(mail: MailRow) {
	expect(await mailer.send(composeMessage(mail, fill, noon))).toEqual({ outcome: 'sent' });
	return sink.waitForMail((one) => one.to.includes(mail.toEmail));
}

const headersOf = (raw: string) =>
	(raw.split('\r\n\r\n')[0] ?? '')
		.replaceAll(/\r\n[ \t]+/g, ' ')
		.split('\r\n')
		.map((line) => line.split(':')[0]?.toLowerCase() ?? '');

// An empty subject has no header at all.
const withoutSubject = (raw: string) =>
	headersOf(raw)
		.filter((name) => name !== 'subject')
		.toSorted();

test('a letter arrives in its writer’s name, answerable, twice in the same words, and untracked', async () => {
	const mail = aMail({ inReplyTo: '<before@entremise.example.org>' });
	const { from, to, raw, parsed, text } = await deliver(mail);
	expect(from).toBe('post@entremise.example.org');
	expect(to).toEqual([mail.toEmail]);
	expect(parsed.from).toMatchObject({
		name: 'Dean Groves via Entremise',
		address: 'post@entremise.example.org'
	});
	expect(parsed.replyTo).toMatchObject([{ address: 'dean@example.org' }]);
	expect(parsed.to).toMatchObject([{ name: 'Pierre Y', address: mail.toEmail }]);
	expect(parsed.subject).toBe('Kathy aimerait te parler — à propos d’ACME');
	expect(parsed.messageId).toBe(mail.messageId);
	expect(parsed.inReplyTo).toBe('<before@entremise.example.org>');
	expect(parsed.references).toBe('<before@entremise.example.org>');
	expect(new Date(parsed.date ?? '')).toEqual(noon);
	expect(text.trim()).toBe('Bonjour Pierre,\n\nC’est par ici : https://e.example.org/a/x7\n\nDean');
	expect(parsed.html).toContain('<a href="https://e.example.org/a/x7">');
	expect(parsed.html).not.toMatch(/<img|src=|@import|url\(/i);
	expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
	expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));
	expect(headersOf(raw)).not.toContain('auto-submitted');
	expect(headersOf(raw)).not.toContain('list-unsubscribe');
});

test.each(['notice', 'reminder', 'digest', 'account'] as const)(
	'a %s says that a machine wrote it, so that no machine answers',
	async (kind) => {
		const { raw } = await deliver(aMail({ kind }));
		expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
	}
);

test('a reminder can be unsubscribed from, by one click only where that works', async () => {
	const unsubscribe = '{{link:a/1}}';
	const byPage = await deliver(aMail({ kind: 'reminder', unsubscribe }));
	expect(byPage.raw).toMatch(/^List-Unsubscribe: <https:\/\/e\.example\.org\/a\/x7>\r$/m);
	expect(byPage.raw).not.toContain('List-Unsubscribe-Post');
	const byClick = await deliver(aMail({ kind: 'reminder', unsubscribe, unsubscribeByPost: true }));
	expect(byClick.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
});

test('no name, subject or address brings a header of its own', async () => {
	const nasty = fc.array(
		fc.oneof(
			fc.constantFrom('\r\n', '\n', '\r', '\r\n\r\n', 'Bcc: all@example.org', '"', '\\', '<', '>'),
			fc.constantFrom(',', '@', ';', '=?utf-8?Q?=0D=0ABcc:_x=40example.org?=', '\u2028', 'é', '👋'),
			fc.string({ unit: 'binary' })
		),
		{ maxLength: 6 }
	);
	const text = nasty.map((parts) => parts.join(''));
	const expected = withoutSubject((await deliver(aMail())).raw);
	const property = fc.asyncProperty(text, text, text, async (fromName, toName, subject) => {
		const { raw, parsed, to } = await deliver(aMail({ fromName, toName, subject }));
		expect(withoutSubject(raw)).toEqual(expected);
		expect(parsed.from?.address).toBe('post@entremise.example.org');
		expect(parsed.to).toHaveLength(1);
		expect(to).toHaveLength(1);
	});
	await fc.assert(property, { numRuns: 60 });
});

test('an address that is not one is refused before the server hears of it', async () => {
	const toEmail = 'a@example.com\r\nRCPT TO:<b@example.com>';
	expect(await say(toEmail)).toEqual({ outcome: 'refused', why: 'address_refused' });
});

test('what the server refuses is told apart from what it puts off', async () => {
	sink.refuse('gone@example.com', 550);
	sink.refuse('full@example.com', 452);
	sink.refuseLetter('spam@example.com', 554);
	expect(await say('gone@example.com')).toEqual({ outcome: 'refused', why: 'address_refused' });
	expect(await say('full@example.com')).toEqual({ outcome: 'deferred', why: 'server_busy' });
	expect(await say('spam@example.com')).toEqual({ outcome: 'refused', why: 'rejected' });
});

test('a line cut after the letter leaves it uncertain, and the client does not try again by itself', async () => {
	sink.onTaken(() => 'hang_up');
	const mail = aMail();
	expect(await mailer.send(composeMessage(mail, fill, noon))).toEqual({ outcome: 'uncertain' });
	sink.onTaken(() => 'acknowledge');
	await deliver(aMail());
	expect(sink.mails().filter((one) => one.to.includes(mail.toEmail))).toHaveLength(1);
});

test('a server that is away puts the mail off, and it goes once the server is back', async () => {
	await sink.stop();
	const mail = aMail();
	expect(await mailer.send(composeMessage(mail, fill, noon))).toEqual({
		outcome: 'deferred',
		why: 'server_unreachable'
	});
	await sink.start();
	await deliver(mail);
});

test('without a mail server there is no mailer', () => {
	expect(openMailer({ smtpUrl: undefined, from: 'post@example.org' })).toBeNull();
});
