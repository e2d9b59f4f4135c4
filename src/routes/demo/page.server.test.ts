import { describe, expect, it } from 'vitest';
import { demoRoleCookie, readDemoRole } from '#lib/access/demo-role.server.ts';
import { memberOfDemo, memberOfAccount } from '#lib/communities/current-member.server.ts';
import { openDemo } from '#lib/demo/seed.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { actions, load } from './+page.server.ts';

const { db } = await testDatabase();
const secret = 's'.repeat(40);
const enqueued: string[] = [];
let wait = false;

const app = (demo: 'on' | 'off') => ({
	db,
	config: { secret, demo, publicUrl: 'http://localhost:4780', mailDomain: 'localhost' },
	limits: { take: async () => (wait ? { ok: false } : { ok: true }) },
	queue: { enqueue: async (_db: unknown, name: string) => enqueued.push(name) }
});

/** A browser with one cookie: presses buttons, and tells where it was led. */
function browser(demo: 'on' | 'off' = 'on') {
	let cookie: string | undefined;
	const cookies = {
		get: () => cookie,
		set: (name: string, value: string) => {
			expect(name).toBe(demoRoleCookie);
			cookie = value;
		},
		delete: () => (cookie = undefined)
	};
	const event = async (fields: Record<string, string>, from: string) => {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.set(name, value);
		const url = new URL('http://localhost:4780/demo');
		const headers = { referer: new URL(from, url).href };
		const role = readDemoRole(secret, cookie);
		const member = role && (await memberOfDemo(db, role));
		return {
			url,
			cookies,
			request: new Request(url, { method: 'POST', body: form, headers }),
			getClientAddress: () => '192.0.2.1',
			locals: { app: app(demo), member: member || null }
		};
	};
	return {
		press: async (
			action: keyof typeof actions,
			fields: Record<string, string> = {},
			from = '/demo'
		) => {
			const handle: (event: never) => unknown = actions[action] as never;
			try {
				return await handle((await event(fields, from)) as never);
			} catch (thrown) {
				return thrown;
			}
		},
		see: async () => {
			try {
				return await load((await event({}, '/demo')) as never);
			} catch (thrown) {
				return thrown;
			}
		},
		who: async () => {
			const role = readDemoRole(secret, cookie);
			return role ? (await memberOfDemo(db, role))?.name : undefined;
		}
	};
}

async function clocks() {
	const rows = await db
		.selectFrom('communities')
		.select(['kind', 'clockAheadMs'])
		.where('clockAheadMs', '!=', 0)
		.execute();
	return rows.map(({ kind, clockAheadMs }) => [kind, clockAheadMs]);
}

describe('the demo', () => {
	it('is not there where the server has switched it off', async () => {
		const visitor = browser('off');
		expect(await visitor.see()).toMatchObject({ status: 404 });
		for (const action of ['open', 'play', 'later', 'reset', 'leave'] as const)
			expect(await visitor.press(action, { member: 'kathy' })).toMatchObject({ status: 404 });
		expect(await visitor.who()).toBeUndefined();
	});

	it('is entered as Kathy, on her home screen, with the story before her', async () => {
		const visitor = browser();
		expect(await visitor.press('open')).toMatchObject({ status: 303, location: '/' });
		expect(await visitor.who()).toBe('Kathy Arnaud');
		expect(await visitor.see()).toMatchObject({ playing: 'kathy', gone: false });
	});

	it('shows a stranger what can be played, and nothing of what has been', async () => {
		await browser().press('open');
		const seen = await browser().see();
		expect(seen).toMatchObject({ playing: null, gone: false });
		expect(JSON.stringify(seen)).not.toContain((await openDemo(db, new Date())).communityId);
	});

	it('lets one play each of them; those who are asked find their letters', async () => {
		const visitor = browser();
		expect(await visitor.press('play', { member: 'pierre' })).toMatchObject({
			location: '/post-box?to=pierre.yvon%40example.org'
		});
		expect(await visitor.who()).toBe('Pierre Yvon');
		expect(await visitor.press('play', { member: 'paul' })).toMatchObject({
			location: '/post-box?to=paul.zeller%40example.net'
		});
		for (const member of ['dean', 'mireille'])
			expect(await visitor.press('play', { member })).toMatchObject({ location: '/' });
		expect(await visitor.who()).toBe('Mireille Sorbier');
	});

	it('leads to the screen of a step', async () => {
		const visitor = browser();
		const find = await visitor.press('play', { member: 'kathy', for: 'find' });
		expect(find).toMatchObject({ location: expect.stringMatching(/^\/contacts\/[0-9a-f-]{36}$/) });
		const ask = await visitor.press('play', { member: 'kathy', for: 'ask' });
		expect(ask).toMatchObject({
			location: expect.stringMatching(/^\/requests\/new\?connector=.+&target=.+&target=.+/)
		});
	});

	it('never lets anybody play a member of a real community, nor a member without a face', async () => {
		const { id: communityId } = await db
			.insertInto('communities')
			.values({ name: 'Alumni', kind: 'group' })
			.returning('id')
			.executeTakeFirstOrThrow();
		const { id } = await db
			.insertInto('members')
			.values({ communityId, name: 'Noor Real', email: 'noor@example.org', role: 'owner' })
			.returning('id')
			.executeTakeFirstOrThrow();
		for (const member of [id, 'nobody', '', communityId]) {
			const visitor = browser();
			expect(await visitor.press('play', { member })).toMatchObject({ location: '/demo' });
			expect(await visitor.who()).toBeUndefined();
		}
		expect(await memberOfDemo(db, id)).toBeNull();
	});

	it('is nobody’s community: no account has a member of it', async () => {
		await browser().press('open');
		await db
			.insertInto('users')
			.values({ id: 'u1', name: 'Noor Real', email: 'kathy.arnaud@example.com' })
			.execute();
		expect(await memberOfAccount(db, 'u1', undefined)).toBeNull();
	});

	it('moves its own clock three days on, wakes the reminders, and stays where one was', async () => {
		const visitor = browser();
		await visitor.press('open');
		enqueued.length = 0;
		expect(await visitor.press('later', {}, '/introductions?as=connector')).toMatchObject({
			location: '/introductions?as=connector'
		});
		expect(await visitor.press('later', {}, 'https://elsewhere.example/')).toMatchObject({
			location: '/'
		});
		expect(await clocks()).toEqual([['demo', 6 * 86_400_000]]);
		expect(enqueued).toEqual(['tick', 'tick']);
	});

	it('lets only those who play move time or begin anew', async () => {
		const visitor = browser();
		await visitor.press('open');
		const before = await openDemo(db, new Date());
		const stranger = browser();
		for (const action of ['later', 'reset'] as const)
			expect(await stranger.press(action)).toMatchObject({ location: '/demo' });
		expect((await openDemo(db, new Date())).communityId).toBe(before.communityId);
		expect(await visitor.press('reset')).toMatchObject({ location: '/demo' });
		expect(await visitor.who()).toBe('Kathy Arnaud');
		expect((await openDemo(db, new Date())).communityId).not.toBe(before.communityId);
		expect(await clocks()).toEqual([]);
	});

	it('tells those whose demo was begun anew by another, and lets them in again', async () => {
		const [one, other] = [browser(), browser()];
		await one.press('open');
		await other.press('play', { member: 'dean' });
		await one.press('reset');
		expect(await other.who()).toBeUndefined();
		expect(await other.see()).toMatchObject({ playing: null, gone: true });
		await other.press('play', { member: 'dean' });
		expect(await other.who()).toBe('Dean Groves');
	});

	it('asks who opens it too often to wait', async () => {
		const visitor = browser();
		wait = true;
		expect(await visitor.press('open')).toMatchObject({ status: 429, data: { limited: true } });
		wait = false;
		expect(await visitor.who()).toBeUndefined();
	});

	it('is left with one click', async () => {
		const visitor = browser();
		await visitor.press('open');
		expect(await visitor.press('leave')).toMatchObject({ status: 303, location: '/' });
		expect(await visitor.who()).toBeUndefined();
	});
});
