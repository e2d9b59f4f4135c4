import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { queueMail } from '#lib/mail/outbox.server.ts';
import { sendMail } from '#lib/mail/send-mail.server.ts';
import { openMailer } from '#lib/mail/transport.server.ts';
import { testDatabase } from './support/database.ts';
import {
	aCommunity,
	aDraft,
	mailOf,
	noon,
	rememberingQueue,
	sending
} from './support/mail-draft.ts';
import { mailServersMissing, startMailServers } from './support/mail-servers.ts';

const missing = mailServersMissing();
const title = 'a letter passes through OpenSMTPD and lies in Dovecot as it was written';

test.skipIf(missing)(missing ? `${title} (${missing})` : title, async () => {
	const { db } = await testDatabase();
	await using servers = await startMailServers();
	const mailer = openMailer({ smtpUrl: servers.url, from: 'post@entremise.example.org' });
	const communityId = await aCommunity(db);
	const { enqueue, jobs } = rememberingQueue();
	const body = 'Bonjour Zoé,\n\n« Ça va ? » — ta réponse : {{link:a/1}}\n.\n..seul\n\nDean';
	for (const to of ['zoe@example.org', 'zoe@example.org', 'paul@example.net']) {
		const draft = aDraft({ communityId, to: { email: to, name: 'Zoé « Z » D.' }, body });
		await queueMail(db, enqueue, draft);
	}
	for (const job of jobs) await sendMail(sending({ db, mailer }), job, noon);
	mailer?.close();

	const box = await servers.mailbox('zoe@example.org', 2);
	await servers.mailbox('paul@example.net', 1);
	const first = await mailOf(db, communityId, jobs[0]?.mailId ?? '');
	const mails = await Promise.all(box.map((raw) => PostalMime.parse(raw)));
	const mail = mails.find(({ messageId }) => messageId === first.messageId);
	expect(mail).toMatchObject({
		subject: first.subject,
		from: { name: 'Dean Groves via Entremise', address: 'post@entremise.example.org' },
		to: [{ name: 'Zoé « Z » D.', address: 'zoe@example.org' }],
		replyTo: [{ address: 'dean@example.org' }]
	});
	expect(mail?.text?.replaceAll('\r\n', '\n').trim()).toBe(
		body.replace('{{link:a/1}}', 'https://entremise.example.org/a/1')
	);
	expect(mail?.html).toContain('<a href="https://entremise.example.org/a/1">');
	expect(mail?.headers.find(({ key }) => key === 'delivered-to')?.value).toBe('zoe@example.org');
});
