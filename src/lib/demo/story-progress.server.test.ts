import { expect, it } from 'vitest';
import { beginDemo } from '#lib/demo/begin.server.ts';
import { contactOf, memberOf } from '#lib/demo/cast.server.ts';
import { memberIdOf, moveClock, readProgress } from '#lib/demo/story-progress.server.ts';
import { screenFor } from '#lib/demo/screens.ts';
import { storyPeople } from '#lib/demo/story.ts';
import { proposeLetter } from '#lib/introductions/propose-letter.server.ts';
import { beginDraft } from '#lib/introductions/draft.server.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { db } = await testDatabase();
const secret = 'a secret only for these tests';
const doors = { db, secret, enqueue: async () => {} };
const telling = { db, secret, publicUrl: 'https://demo.example.org', mailDomain: 'example.org' };
const now = new Date('2026-05-25T09:00:00Z');
const { communityId } = await beginDemo(telling, now);
const { id: real } = await db
	.insertInto('communities')
	.values({ name: 'Alumni', kind: 'group' })
	.returning('id')
	.executeTakeFirstOrThrow();

it('ticks off what Kathy has done, and leads on to it', async () => {
	expect((await readProgress(db, communityId))?.done.size).toBe(0);
	const kathy = await memberOf(db, communityId, storyPeople.kathy.email);
	const wanted = {
		connector: await contactOf(db, kathy, storyPeople.dean.profile),
		targets: [
			await contactOf(db, kathy, storyPeople.pierre.profile),
			await contactOf(db, kathy, storyPeople.paul.profile)
		],
		reason: 'Leur regard sur la communication.'
	};
	const begun = await beginDraft(doors, kathy, wanted, now);
	const requestId = begun.ok ? begun.requestId : '';
	expect((await readProgress(db, communityId))?.done.size).toBe(0);
	await proposeLetter(db, kathy, requestId, now);
	expect(await sendRequest(doors, kathy, requestId, 'mail', now)).toMatchObject({ ok: true });
	const progress = await readProgress(db, communityId);
	expect([...(progress?.done ?? [])]).toEqual(['find', 'ask']);
	expect(screenFor('pass_on', 'dean', progress)).toContain(requestId);
});

it('moves no clock but the demo’s', async () => {
	expect(await moveClock(db, real, 3)).toBe(false);
	expect(await moveClock(db, communityId, 3)).toBe(true);
	const ahead = (await communityNow(db, communityId)).getTime() - Date.now();
	expect(ahead).toBeGreaterThan(2.9 * 86_400_000);
	expect((await communityNow(db, real)).getTime() - Date.now()).toBeLessThan(60_000);
	expect((await readProgress(db, communityId))?.done.has('later')).toBe(true);
});

it('knows only the people of the demo', async () => {
	const values = { communityId: real, name: 'Noor', email: storyPeople.kathy.email };
	const { id } = await db
		.insertInto('members')
		.values({ ...values, role: 'owner' })
		.returning('id')
		.executeTakeFirstOrThrow();
	expect(await memberIdOf(db, id)).toBeUndefined();
	expect((await memberIdOf(db, 'kathy'))?.communityId).toBe(communityId);
	expect(await readProgress(db, real)).toBeNull();
});
