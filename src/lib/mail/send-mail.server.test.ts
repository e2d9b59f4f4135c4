import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claim } from '#lib/mail/attempt.server.ts';
import type { Delivery } from '#lib/mail/delivery.ts';
import { type MailDraft, queueMail } from '#lib/mail/outbox.server.ts';
import { type SendMailContext, sendMail } from '#lib/mail/send-mail.server.ts';
import { openMailer } from '#lib/mail/transport.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import {
	aCommunity,
	aDraft,
	mailOf,
	minutesLater,
	noon,
	rememberingQueue,
	sending
} from '../../../tests/support/mail-draft.ts';
import { smtpSink } from '../../../tests/support/smtp.ts';

const { db } = await testDatabase();
const sink = await smtpSink();
const mailer = openMailer({ smtpUrl: sink.url, from: 'post@entremise.example.org' });
const communityId = await aCommunity(db);
const { enqueue } = rememberingQueue();
let address: string;
beforeEach(() => {
	address = `${crypto.randomUUID()}@example.com`;
	sink.onTaken(() => 'acknowledge');
});
afterAll(async () => {
	mailer?.close();
	await sink.stop();
});

async function queued(given: Partial<MailDraft> = {}): Promise<string> {
	const draft = aDraft({ communityId, to: { email: address }, ...given });
	return (await queueMail(db, enqueue, draft)) ?? 'none';
}
const send = (mailId: string, now = noon, given: Partial<SendMailContext> = {}) =>
	sendMail(sending({ db, mailer, ...given }), { communityId, mailId }, now);
const read = (mailId: string) => mailOf(db, communityId, mailId);
const arrived = () => sink.mails().filter((mail) => mail.to.includes(address));

test('a mail is sent once, with its link put in, however often its job runs', async () => {
	const id = await queued({ body: 'Ici : {{link:a/1}}' });
	await send(id, minutesLater(1));
	await send(id, minutesLater(2));
	expect(arrived()).toHaveLength(1);
	expect(arrived()[0]?.text).toContain('https://entremise.example.org/a/1');
	expect(await read(id)).toMatchObject({
		state: 'sent',
		sentAt: minutesLater(1),
		attempts: 1,
		failure: '',
		body: 'Ici : {{link:a/1}}'
	});
});

test('of several who send the same mail at once, one does', async () => {
	const id = await queued();
	await Promise.all([1, 2, 3, 4].map(() => send(id)));
	expect(arrived()).toHaveLength(1);
});

test('“I send it now” is written down before the first word to the mail server', async () => {
	const id = await queued();
	let seen: string | undefined;
	const watching = {
		send: async (): Promise<Delivery> => {
			seen = (await read(id)).state;
			return { outcome: 'sent' };
		},
		close: () => {}
	};
	await send(id, noon, { mailer: watching });
	expect(seen).toBe('sending');
});

describe('when the mail server', () => {
	test('is busy, the mail goes back to the queue and the job fails, naming nobody', async () => {
		sink.refuse(address, 451, 1);
		const id = await queued();
		const failed = await send(id).catch((error: Error) => error);
		expect(String(failed)).toContain('server_busy');
		expect(String(failed)).not.toContain(address);
		expect(await read(id)).toMatchObject({ state: 'queued', failure: 'server_busy', attempts: 1 });
		await send(id, minutesLater(1));
		expect(arrived()).toHaveLength(1);
		expect(await read(id)).toMatchObject({ state: 'sent', failure: '', attempts: 2 });
	});

	test('refuses the address, the mail has failed for good and says why', async () => {
		sink.refuse(address, 550);
		const id = await queued();
		const lines: string[] = [];
		await send(id, noon, { log: (line) => lines.push(line) });
		await send(id, minutesLater(1));
		expect(await read(id)).toMatchObject({
			state: 'failed',
			failure: 'address_refused',
			attempts: 1
		});
		expect(lines).toEqual([`mail ${id} was not delivered: address_refused`]);
	});

	test('hangs up after the letter, it is sent again once, as the same mail, and never a third time', async () => {
		sink.onTaken(() => 'hang_up');
		const id = await queued();
		await expect(send(id)).rejects.toThrow('uncertain');
		expect(await read(id)).toMatchObject({ state: 'queued', failure: 'uncertain' });
		await send(id, minutesLater(1));
		await send(id, minutesLater(2));
		expect(await read(id)).toMatchObject({ state: 'failed', failure: 'uncertain' });
		expect(arrived().map((mail) => mail.parsed.messageId)).toEqual([
			`<${id}@entremise.example.org>`,
			`<${id}@entremise.example.org>`
		]);
	});

	test('was busy in between, the copy that may have left is not forgotten', async () => {
		const said: Delivery[] = [
			{ outcome: 'uncertain' },
			{ outcome: 'deferred', why: 'server_busy' },
			{ outcome: 'uncertain' }
		];
		let calls = 0;
		const scripted = {
			send: async () => said[calls++] ?? { outcome: 'sent' as const },
			close: () => {}
		};
		const id = await queued();
		await expect(send(id, noon, { mailer: scripted })).rejects.toThrow('uncertain');
		await expect(send(id, noon, { mailer: scripted })).rejects.toThrow('uncertain');
		await send(id, noon, { mailer: scripted });
		await send(id, noon, { mailer: scripted });
		expect(calls).toBe(3);
		expect(await read(id)).toMatchObject({ state: 'failed', failure: 'uncertain' });
	});

	test('stays away for three days, the mail is given up', async () => {
		const id = await queued();
		await send(id, minutesLater(3 * 24 * 60 + 1));
		expect(await read(id)).toMatchObject({
			state: 'failed',
			failure: 'not_delivered',
			attempts: 0
		});
		expect(arrived()).toHaveLength(0);
	});
});

async function crashed() {
	const id = await queued();
	await claim(db, await read(id), noon);
	return id;
}

describe('after a crash in the middle of sending', () => {
	test('whoever may still be sending it is left alone', async () => {
		const id = await crashed();
		await send(id, minutesLater(3));
		expect(await read(id)).toMatchObject({ state: 'sending', attempts: 1 });
		expect(arrived()).toHaveLength(0);
	});

	test('it is sent once more', async () => {
		const id = await crashed();
		await send(id, minutesLater(5));
		expect(arrived()).toHaveLength(1);
		expect(await read(id)).toMatchObject({ state: 'sent', attempts: 2 });
	});

	test('a second crash is the last: it has failed and says that it may have arrived', async () => {
		const id = await crashed();
		await expect(
			send(id, minutesLater(5), {
				mailer: { send: () => Promise.reject(new Error('killed')), close: () => {} }
			})
		).rejects.toThrow('killed');
		expect(await read(id)).toMatchObject({ state: 'sending', attempts: 2, failure: 'uncertain' });
		await send(id, minutesLater(20));
		expect(await read(id)).toMatchObject({ state: 'failed', failure: 'uncertain' });
		expect(arrived()).toHaveLength(0);
	});

	test('one who was only slow still has the last word that it was sent', async () => {
		const id = await queued();
		const slow = {
			send: async (): Promise<Delivery> => {
				await send(id, minutesLater(5), { mailer: busy }).catch(() => {});
				return { outcome: 'sent' };
			},
			close: () => {}
		};
		const busy = {
			send: async (): Promise<Delivery> => ({ outcome: 'deferred', why: 'server_busy' }),
			close: () => {}
		};
		await send(id, noon, { mailer: slow });
		expect(await read(id)).toMatchObject({ state: 'sent', sentAt: noon });
	});
});

describe('a mail does not leave', () => {
	test('to someone who said “never again” meanwhile', async () => {
		const id = await queued();
		await send(id, noon, { mayStillSend: async () => 'never_again' });
		expect(await read(id)).toMatchObject({ state: 'failed', failure: 'never_again' });
	});

	test('for a request that was withdrawn meanwhile', async () => {
		const id = await queued();
		await send(id, noon, { mayStillSend: async () => 'withdrawn' });
		expect(await read(id)).toMatchObject({ state: 'kept', failure: 'withdrawn' });
	});

	test('where no mail server is configured', async () => {
		const id = await queued();
		await send(id, noon, { mailer: null });
		expect(await read(id)).toMatchObject({ state: 'kept', failure: '' });
	});

	test('from the demo, even with a mail server, and however far its clock was moved on', async () => {
		const demo = await aCommunity(db, 'demo');
		for (const now of [noon, minutesLater(30 * 24 * 60)]) {
			const id = await queued({ communityId: demo });
			await sendMail(sending({ db, mailer }), { communityId: demo, mailId: id }, now);
			expect(await mailOf(db, demo, id)).toMatchObject({ state: 'kept', failure: '' });
		}
	});

	test('once its links are dead', async () => {
		const id = await queued({ expiresAt: minutesLater(10) });
		await send(id, minutesLater(10));
		expect(await read(id)).toMatchObject({ state: 'failed', failure: 'not_delivered' });
	});

	afterEach(() => expect(arrived()).toHaveLength(0));
});

test('a sign-in link is erased once sent, or refused', async () => {
	const sent = await queued({ kind: 'account', body: 'https://entremise.example.org/sign-in/x7' });
	await send(sent);
	expect(arrived()[0]?.text).toContain('/sign-in/x7');
	expect(await read(sent)).toMatchObject({ state: 'sent', body: '' });
	sink.refuse(address, 550);
	const refused = await queued({ kind: 'account' });
	await send(refused);
	expect(await read(refused)).toMatchObject({ state: 'failed', body: '' });
});
