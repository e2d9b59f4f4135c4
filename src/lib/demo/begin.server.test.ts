import { describe, expect, it } from 'vitest';
import { beginAnew, beginDemo } from '#lib/demo/begin.server.ts';
import { storyPeople } from '#lib/demo/story.ts';
import { act } from '#lib/introductions/act.server.ts';
import type { LifeEvent } from '#lib/introductions/lifecycle.ts';
import { newLife, replay } from '#lib/introductions/lifecycle.ts';
import { loadIntroduction } from '#lib/introductions/load-introduction.server.ts';
import { saidNeverAgain } from '#lib/introductions/never-again.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { db } = await testDatabase();
const secret = 'a secret only for these tests';
const telling = { db, secret, publicUrl: 'https://demo.example.org', mailDomain: 'example.org' };
const now = new Date('2026-05-25T09:00:00Z');
const { communityId } = await beginDemo(telling, now);

function introductions() {
	return db
		.selectFrom('introductions')
		.select(['id', 'targetName', 'state', 'createdAt', 'since', 'communityId'])
		.where(
			'communityId',
			'in',
			db.selectFrom('communities').select('id').where('kind', '=', 'demo')
		)
		.orderBy('createdAt')
		.execute();
}

describe('what happened before the demo begins', () => {
	it('ended well once, was left unanswered once, was answered just now, and waits for Dean', async () => {
		const rows = await introductions();
		expect(rows.map(({ targetName, state }) => [targetName, state])).toEqual([
			['Clémence Vasselot', 'thanked'],
			['Olivier Tessonneau', 'unanswered'],
			['Inès Carmona', 'agreed'],
			['Nadia Benhaddou', 'requested']
		]);
		for (const { createdAt, since } of rows) {
			expect(createdAt <= since).toBe(true);
			expect(since < now).toBe(true);
		}
	});

	it('went through the real doors: the history tells each of their states', async () => {
		for (const { id: introductionId } of await introductions()) {
			const key = { communityId, introductionId };
			const found = await loadIntroduction(db, key);
			const rows = await db
				.selectFrom('history')
				.select(['event', 'at', 'toState'])
				.where('communityId', '=', communityId)
				.where('introductionId', '=', introductionId)
				.orderBy('version')
				.execute();
			const told = rows.map(({ event, at }) => ({ event: event as LifeEvent, at }));
			expect(replay(told, newLife(now).since).state).toBe(found?.life.state);
			expect(rows.at(-1)?.toState).toBe(found?.life.state);
		}
	});

	it('knows of every contact who they are in the other books', async () => {
		const contacts = await db
			.selectFrom('contacts')
			.leftJoin('personContacts', 'personContacts.contactId', 'contacts.id')
			.select(['contacts.id', 'personContacts.personId', 'personContacts.print'])
			.where('contacts.communityId', '=', communityId)
			.execute();
		expect(contacts.filter(({ print }) => !print?.length)).toEqual([]);
		const persons = new Set(contacts.flatMap(({ personId }) => personId ?? []));
		expect(persons.size).toBeGreaterThan(50);
	});

	it('left letters in the post box, dated when they were written, and nothing to be sent', async () => {
		const mails = await db.selectFrom('mails').selectAll().execute();
		expect(mails.length).toBeGreaterThan(8);
		for (const mail of mails) {
			expect(mail.state).toBe('kept');
			expect(mail.failure).toBe('');
			expect(mail.createdAt < now).toBe(true);
			expect(mail.toEmail).toMatch(/@example\.(com|org|net)$/);
		}
		expect(mails.some((mail) => mail.toEmail === storyPeople.clemence.email)).toBe(true);
	});

	it('is told once, however many open the demo, and again when it begins anew', async () => {
		await Promise.all([beginDemo(telling, now), beginDemo(telling, now)]);
		expect(await introductions()).toHaveLength(4);
		const begun = await beginAnew(telling, now);
		expect(begun.communityId).not.toBe(communityId);
		expect(await introductions()).toHaveLength(4);
	});
});

describe('a never again that was played', () => {
	it('binds nobody outside the demo, and is forgotten when the demo begins anew', async () => {
		const demo = await beginDemo(telling, now);
		const asked = (await introductions()).find((row) => row.state === 'unanswered');
		const key = { communityId: demo.communityId, introductionId: asked?.id ?? '' };
		const doors = { db, secret, enqueue: async () => {} };
		const event = { kind: 'decline', never: true } as const;
		expect(await act(doors, { kind: 'target_link', ...key }, key, { event }, now)).toMatchObject({
			ok: true
		});
		expect(await db.selectFrom('neverAgain').selectAll().execute()).not.toEqual([]);
		expect(await saidNeverAgain(db, secret, [storyPeople.olivier.email])).toBe(false);
		await beginAnew(telling, now);
		expect((await introductions()).map(({ state }) => state)).toContain('unanswered');
		expect(await db.selectFrom('neverAgain').selectAll().execute()).toEqual([]);
	});
});
