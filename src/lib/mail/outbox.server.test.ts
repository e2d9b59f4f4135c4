import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MemberRow } from '#lib/db/schema.ts';
import { type Queue, openQueue } from '#lib/jobs/queue.server.ts';
import { queueMail } from '#lib/mail/outbox.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import {
	aCommunity,
	aDraft,
	mailOf,
	minutesLater,
	rememberingQueue
} from '../../../tests/support/mail-draft.ts';

const { db, pool } = await testDatabase();
let communityId: string;
beforeAll(async () => {
	communityId = await aCommunity(db);
});

async function aMember(notices: MemberRow['notices']): Promise<string> {
	const email = `${crypto.randomUUID()}@example.org`;
	const row = await db
		.insertInto('members')
		.values({ communityId, name: 'Kathy', email, role: 'member', notices })
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

test('a mail waits in the outbox with its Message-ID and one job', async () => {
	const { enqueue, jobs } = rememberingQueue();
	const id = await queueMail(db, enqueue, aDraft({ communityId, body: 'Ici : {{link:a/1}}' }));
	const mail = await mailOf(db, communityId, id ?? '');
	expect(mail).toMatchObject({
		state: 'queued',
		messageId: `<${id}@entremise.example.org>`,
		body: 'Ici : {{link:a/1}}',
		attempts: 0
	});
	expect(jobs).toEqual([{ communityId, mailId: id }]);
});

test('the same cause makes one mail, also when two arrive at once', async () => {
	const { enqueue, jobs } = rememberingQueue();
	const draft = aDraft({ communityId, cause: 'ask:7:1' });
	const made = await Promise.all([1, 2, 3].map(() => queueMail(db, enqueue, draft)));
	expect(made.filter(Boolean)).toHaveLength(1);
	expect(jobs).toHaveLength(1);
	expect(await queueMail(db, enqueue, draft)).toBeNull();
	const elsewhere = await aCommunity(db);
	expect(await queueMail(db, enqueue, { ...draft, communityId: elsewhere })).not.toBeNull();
});

test('a mail about an account is worth an hour unless it says otherwise', async () => {
	const { enqueue } = rememberingQueue();
	const expiryOf = async (expiresAt?: Date) => {
		const given = expiresAt ? { expiresAt } : {};
		const draft = aDraft({ communityId, kind: 'account', ...given });
		const id = await queueMail(db, enqueue, draft);
		return (await mailOf(db, communityId, id ?? '')).expiresAt;
	};
	expect(await expiryOf()).toEqual(minutesLater(60));
	expect(await expiryOf(minutesLater(600))).toEqual(minutesLater(600));
});

describe('what a member chose', () => {
	test.each([
		['mail', 'notice', 'queued', ''],
		['mail', 'reminder', 'queued', ''],
		['digest', 'notice', 'digest', ''],
		['digest', 'reminder', 'digest', ''],
		['digest', 'letter', 'queued', ''],
		['digest', 'account', 'queued', ''],
		['off', 'reminder', 'kept', 'switched_off'],
		['off', 'notice', 'queued', ''],
		['off', 'letter', 'queued', '']
	] as const)('with notices by %s, a %s is %s', async (notices, kind, state, failure) => {
		const { enqueue, jobs } = rememberingQueue();
		const to = { email: 'kathy@example.org', memberId: await aMember(notices) };
		const id = await queueMail(db, enqueue, aDraft({ communityId, kind, to }));
		expect(await mailOf(db, communityId, id ?? '')).toMatchObject({ state, failure });
		expect(jobs).toHaveLength(state === 'queued' ? 1 : 0);
	});
});

const jobsFor = async (cause: string) => {
	const found = await pool.query(
		`select 1 from pgboss.job j join mails m on j.data->>'mailId' = m.id::text where m.cause = $1`,
		[cause]
	);
	return found.rowCount;
};

describe('with the real queue', () => {
	let queue: Queue;
	beforeAll(async () => {
		queue = await openQueue(pool, () => {});
	});
	afterAll(() => queue.stop());

	test('the mail and its job exist together', async () => {
		await queueMail(db, queue.enqueue, aDraft({ communityId, cause: 'kept:1' }));
		expect(await jobsFor('kept:1')).toBe(1);
	});

	test('or not at all, when the change that caused them is undone', async () => {
		const before = (await pool.query('select count(*) from pgboss.job')).rows[0];
		const change = db.transaction().execute(async (trx) => {
			await queueMail(trx, queue.enqueue, aDraft({ communityId, cause: 'undone:1' }));
			throw new Error('undone');
		});
		await expect(change).rejects.toThrow('undone');
		const left = await db
			.selectFrom('mails')
			.select('id')
			.where('cause', '=', 'undone:1')
			.execute();
		expect(left).toEqual([]);
		expect((await pool.query('select count(*) from pgboss.job')).rows[0]).toEqual(before);
	});
});
