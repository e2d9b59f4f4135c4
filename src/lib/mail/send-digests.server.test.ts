import { expect, test } from 'vitest';
import { type MailDraft, queueMail } from '#lib/mail/outbox.server.ts';
import { sendDigests } from '#lib/mail/send-digests.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import {
	aCommunity,
	aDraft,
	mailOf,
	minutesLater,
	noon,
	rememberingQueue
} from '../../../tests/support/mail-draft.ts';

const { db } = await testDatabase();
const domain = 'entremise.example.org';
const day = 24 * 60;

async function aReader(communityId: string, name: string, locale: 'fr' | 'en') {
	const { id: memberId } = await db
		.insertInto('members')
		.values({
			communityId,
			name,
			email: `${name.toLowerCase()}@example.org`,
			role: 'member',
			notices: 'digest',
			locale
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const { enqueue } = rememberingQueue();
	const notice = async (subject: string, given: Partial<MailDraft> = {}) => {
		const to = { email: `${name.toLowerCase()}@example.org`, memberId };
		const draft = aDraft({ communityId, kind: 'notice', to, subject, locale, ...given });
		return (await queueMail(db, enqueue, draft)) ?? '';
	};
	return { memberId, notice };
}

async function digestsOf(communityId: string) {
	return db
		.selectFrom('mails')
		.selectAll()
		.where('communityId', '=', communityId)
		.where('kind', '=', 'digest')
		.orderBy('createdAt')
		.execute();
}

test('each member gets one mail with the news of the day, in their language, and may opt out', async () => {
	const communityId = await aCommunity(db);
	const kathy = await aReader(communityId, 'Kathy', 'fr');
	const dean = await aReader(communityId, 'Dean', 'en');
	const unsubscribe = { url: 'https://entremise.example.org/notices', byPost: true };
	const first = await kathy.notice('Pierre accepte que vous le contactiez', {
		body: 'Bonjour,\n\nLisez : https://entremise.example.org/introductions/1',
		createdAt: minutesLater(1)
	});
	await kathy.notice('Paul n’a pas encore répondu', {
		kind: 'reminder',
		unsubscribe,
		body: 'Ici : {{link:r/1}}',
		createdAt: minutesLater(2)
	});
	await dean.notice('Kathy thanks you');
	const { enqueue, jobs } = rememberingQueue();

	expect(await sendDigests(db, enqueue, minutesLater(10), domain)).toBe(2);

	const digests = await digestsOf(communityId);
	expect(jobs.map((job) => job.mailId).toSorted()).toEqual(digests.map(({ id }) => id).toSorted());
	const french = digests.find((mail) => mail.locale === 'fr');
	expect(french).toMatchObject({
		toEmail: 'kathy@example.org',
		toMemberId: kathy.memberId,
		subject: 'Vos mises en relation\u00a0: 2 nouvelles',
		state: 'queued',
		unsubscribe: unsubscribe.url,
		unsubscribeByPost: true
	});
	expect(french?.body).toContain(
		'– Pierre accepte que vous le contactiez\nhttps://entremise.example.org/introductions/1\n\n' +
			'– Paul n’a pas encore répondu\n{{link:r/1}}'
	);
	expect(digests.find((mail) => mail.locale === 'en')).toMatchObject({
		subject: 'Your introductions: one piece of news',
		unsubscribe: ''
	});
	expect(await mailOf(db, communityId, first)).toMatchObject({
		state: 'sent',
		digestId: french?.id,
		sentAt: minutesLater(10)
	});
});

test('called again on the same day it sends nothing more; what came since waits for the next night', async () => {
	const communityId = await aCommunity(db);
	const kathy = await aReader(communityId, 'Kathy', 'en');
	const { enqueue } = rememberingQueue();
	const run = (minutes: number) => sendDigests(db, enqueue, minutesLater(minutes), domain);
	await kathy.notice('One');
	await Promise.all([run(0), run(0)]);
	expect(await digestsOf(communityId)).toHaveLength(1);
	const late = await kathy.notice('Two', { createdAt: noon });
	await run(60);
	expect(await mailOf(db, communityId, late)).toMatchObject({ state: 'digest', digestId: null });
	await run(day);
	const digests = await digestsOf(communityId);
	expect(digests).toHaveLength(2);
	expect(digests[1]?.body).toContain('– Two');
	expect(digests[1]?.body).not.toContain('– One');
	expect(await run(2 * day)).toBe(0);
});

test('a member’s news never reaches a member of the same id elsewhere', async () => {
	const [here, there] = [await aCommunity(db), await aCommunity(db)];
	const kathy = await aReader(here, 'Kathy', 'en');
	await aReader(there, 'Kathy', 'en');
	await kathy.notice('One');
	await sendDigests(db, rememberingQueue().enqueue, noon, domain);
	expect(await digestsOf(here)).toHaveLength(1);
	expect(await digestsOf(there)).toHaveLength(0);
});
