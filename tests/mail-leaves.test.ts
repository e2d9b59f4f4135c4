import { expect, test } from 'vitest';
import { startApp } from '#lib/app.server.ts';
import { rememberNeverAgain } from '#lib/introductions/never-again.server.ts';
import { queueMail } from '#lib/mail/outbox.server.ts';
import { testConfig } from './support/config.ts';
import { testDatabase } from './support/database.ts';
import { aCommunity, aDraft } from './support/mail-draft.ts';
import { smtpSink } from './support/smtp.ts';

test('the application sends what is written into its outbox, but not to someone who said “never again”', async () => {
	const { db, url } = await testDatabase();
	await using sink = await smtpSink();
	const config = testConfig({ databaseUrl: url, smtpUrl: sink.url });
	const app = await startApp(config, { log: () => {} });
	try {
		const communityId = await aCommunity(db);
		const now = new Date();
		await rememberNeverAgain(db, config.secret, ['paul@example.net'], now);
		const write = (email: string) =>
			queueMail(db, app.queue.enqueue, aDraft({ communityId, createdAt: now, to: { email } }));
		await write('paul@example.net');
		const sent = await write('pierre@example.com');
		const mail = await sink.waitForMail(({ to }) => to.includes('pierre@example.com'));
		expect(mail.parsed.messageId).toBe(`<${sent}@entremise.example.org>`);
		expect(mail.from).toBe(config.mailAddress);
		expect(sink.mails()).toHaveLength(1);
	} finally {
		await app.close();
	}
	const paul = db
		.selectFrom('mails')
		.select(['state', 'failure'])
		.where('toEmail', 'like', 'paul%');
	expect(await paul.execute()).toEqual([{ state: 'failed', failure: 'never_again' }]);
});
