import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Handlers, openQueue, type Queue } from '#lib/jobs/queue.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { db, pool } = await testDatabase();
const done: string[] = [];
let failures = 1;
let queue: Queue;

const handlers: Handlers = {
	effect: async () => {},
	send_mail: async ({ mailId }) => {
		done.push(mailId);
	},
	run_import: async ({ importId }) => {
		if (failures-- > 0) throw new Error('not yet');
		done.push(importId);
	},
	match_book: async () => {},
	match_persons: async () => {},
	tick: async () => {},
	night: async () => {}
};

const communityId = crypto.randomUUID();
const isDone = (id: string) => vi.waitFor(() => expect(done).toContain(id), 10_000);

beforeAll(async () => {
	queue = await openQueue(pool, () => {});
	await queue.work(handlers);
});
afterAll(() => queue.stop());

describe('the queue', () => {
	it('works a job once its transaction is committed', async () => {
		const mailId = crypto.randomUUID();
		await db
			.transaction()
			.execute((trx) => queue.enqueue(trx, 'send_mail', { communityId, mailId }));
		await isDone(mailId);
	});

	it('knows nothing of a job whose transaction was rolled back', async () => {
		const [undone, next] = [crypto.randomUUID(), crypto.randomUUID()];
		const failing = db.transaction().execute(async (trx) => {
			await queue.enqueue(trx, 'send_mail', { communityId, mailId: undone });
			throw new Error('rolled back');
		});
		await expect(failing).rejects.toThrow('rolled back');
		await queue.enqueue(db, 'send_mail', { communityId, mailId: next });
		await isDone(next);
		expect(done).not.toContain(undone);
	});

	it('tries a job that failed again', async () => {
		const importId = crypto.randomUUID();
		await queue.enqueue(db, 'run_import', { communityId, importId });
		await vi.waitFor(() => expect(done).toContain(importId), { timeout: 25_000, interval: 100 });
	});

	it('refuses what is not ids', async () => {
		const wrong = queue.enqueue(db, 'send_mail', { communityId, mailId: 'kathy@example.com' });
		await expect(wrong).rejects.toThrow();
	});

	it('opens again where it already exists', async () => {
		const again = await openQueue(pool, () => {});
		await again.stop();
	});
});
