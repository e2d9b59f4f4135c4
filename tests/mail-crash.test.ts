import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { queueMail } from '#lib/mail/outbox.server.ts';
import { testDatabase } from './support/database.ts';
import { aCommunity, aDraft, minutesLater, rememberingQueue } from './support/mail-draft.ts';
import { smtpSink } from './support/smtp.ts';

const mails = 12;
/** So many of them are cut off every time. */
const unlucky = 2;
const mostStarts = 120;

test('killed again and again while it sends, every mail arrives once or twice, never a third time', async () => {
	const { db, url } = await testDatabase();
	await using sink = await smtpSink();
	const communityId = await aCommunity(db);
	const { enqueue } = rememberingQueue();
	for (let at = 0; at < mails; at++) {
		const to = { email: `${at < unlucky ? 'unlucky' : 'pierre'}${at}@example.com` };
		await queueMail(db, enqueue, aDraft({ communityId, to }));
	}

	let child: ChildProcess | undefined;
	let kills = 0;
	const chance = seededChance(20260302);
	sink.onTaken(({ to }) => {
		const fate = to[0]?.startsWith('unlucky') ? 0 : chance();
		if (fate > 0.6) return 'acknowledge';
		kills += 1;
		// Before the server's last word is out, or while it is on its way to be written down.
		if (fate < 0.3) child?.kill('SIGKILL');
		else setTimeout(() => child?.kill('SIGKILL'), fate * 10);
		return fate < 0.3 ? 'hang_up' : 'acknowledge';
	});

	for (let start = 1; start <= mostStarts; start++) {
		const now = minutesLater(start * 20).toISOString();
		child = spawn(process.execPath, [childFile, url, sink.url, now], { stdio: 'inherit' });
		const [code, signal] = await once(child, 'exit');
		expect(signal ?? code).toBeOneOf([0, 'SIGKILL']);
		const left = await db
			.selectFrom('mails')
			.select('id')
			.where('communityId', '=', communityId)
			.where('state', 'in', ['queued', 'sending'])
			.execute();
		if (left.length === 0) break;
	}

	const rows = await db
		.selectFrom('mails')
		.select(['messageId', 'state', 'failure'])
		.where('communityId', '=', communityId)
		.execute();
	const arrivals = rows.map((row) => ({
		...row,
		times: sink.mails().filter((mail) => mail.parsed.messageId === row.messageId).length
	}));
	expect(arrivals).toHaveLength(mails);
	for (const { times } of arrivals) expect(times).toBeOneOf([1, 2]);
	// A kill before the letter was taken counts as a try too, so what was given up may have arrived once.
	for (const { state, failure } of arrivals) {
		if (state === 'failed') expect(failure).toBe('uncertain');
		else expect(state).toBe('sent');
	}
	// Otherwise the test has shown nothing.
	expect(kills).toBeGreaterThan(2 * unlucky);
	expect(arrivals.filter(({ state }) => state === 'failed').length).toBeGreaterThanOrEqual(unlucky);
}, 180_000);

const childFile = new URL('./support/mail-crash-child.ts', import.meta.url).pathname;

/** Numbers from 0 to 1, the same in every run. */
function seededChance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
