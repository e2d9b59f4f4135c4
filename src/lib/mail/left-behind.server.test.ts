import { expect, test } from 'vitest';
import { claim } from '#lib/mail/attempt.server.ts';
import { resendLeftBehind } from '#lib/mail/left-behind.server.ts';
import { queueMail } from '#lib/mail/outbox.server.ts';
import { sendMail } from '#lib/mail/send-mail.server.ts';
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

const { db } = await testDatabase();
const forgetful = rememberingQueue().enqueue;

test('a mail whose job was lost gets one again, once in a quarter of an hour', async () => {
	const communityId = await aCommunity(db);
	const mailId = await queueMail(db, forgetful, aDraft({ communityId }));
	const { enqueue, jobs } = rememberingQueue();
	expect(await resendLeftBehind(db, enqueue, minutesLater(14))).toBe(0);
	expect(await resendLeftBehind(db, enqueue, minutesLater(16))).toBe(1);
	expect(jobs).toEqual([{ communityId, mailId }]);
	expect(await resendLeftBehind(db, enqueue, minutesLater(17))).toBe(0);
	expect(await resendLeftBehind(db, enqueue, minutesLater(32))).toBe(1);
	await sendMail(sending({ db, mailer: null }), { communityId, mailId: mailId ?? '' }, noon);
	expect(await resendLeftBehind(db, enqueue, minutesLater(60))).toBe(0);
});

test('a mail found in the middle of being sent goes back once, and is given up the second time', async () => {
	const communityId = await aCommunity(db);
	const { enqueue, jobs } = rememberingQueue();
	const mailId = (await queueMail(db, forgetful, aDraft({ communityId }))) ?? '';
	const read = () => mailOf(db, communityId, mailId);
	await claim(db, await read(), noon);
	await resendLeftBehind(db, enqueue, minutesLater(16));
	expect(await read()).toMatchObject({ state: 'queued', failure: 'uncertain' });
	expect(jobs).toHaveLength(1);
	await claim(db, await read(), minutesLater(17));
	await resendLeftBehind(db, enqueue, minutesLater(40));
	expect(await read()).toMatchObject({ state: 'failed', failure: 'uncertain' });
	expect(jobs).toHaveLength(1);
});

test('the demo’s mails are judged by the demo’s clock', async () => {
	const communityId = await aCommunity(db, 'demo');
	const ahead = 3 * 24 * 60;
	await db
		.updateTable('communities')
		.set({ clockAheadMs: ahead * 60_000 })
		.where('id', '=', communityId)
		.execute();
	await queueMail(db, forgetful, aDraft({ communityId, createdAt: minutesLater(ahead) }));
	const { enqueue, jobs } = rememberingQueue();
	await resendLeftBehind(db, enqueue, minutesLater(1));
	expect(jobs).toHaveLength(0);
	await resendLeftBehind(db, enqueue, minutesLater(16));
	expect(jobs).toHaveLength(1);
});

test('sign-in links that stayed in the post box are erased when they are dead', async () => {
	const communityId = await aCommunity(db);
	const { enqueue } = rememberingQueue();
	const keep = async (kind: 'account' | 'letter') => {
		const mailId = (await queueMail(db, enqueue, aDraft({ communityId, kind }))) ?? '';
		await sendMail(sending({ db, mailer: null }), { communityId, mailId }, noon);
		return mailId;
	};
	const [account, letter] = [await keep('account'), await keep('letter')];
	await resendLeftBehind(db, enqueue, minutesLater(59));
	expect((await mailOf(db, communityId, account)).body).not.toBe('');
	await resendLeftBehind(db, enqueue, minutesLater(61));
	expect((await mailOf(db, communityId, account)).body).toBe('');
	expect((await mailOf(db, communityId, letter)).body).not.toBe('');
});
