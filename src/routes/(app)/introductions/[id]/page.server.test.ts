import { isHttpError, isRedirect } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { agreeing, asking, introducing } from '../../../../../tests/support/introducing.ts';
import { testDatabase } from '../../../../../tests/support/database.ts';
import { newMember } from '../../../../../tests/support/new-member.ts';
import {
	actions as requestActions,
	load as loadRequest
} from '../../requests/[id]/+page.server.ts';
import { actions, load } from './+page.server.ts';

const { db } = await testDatabase();
const { doors, kathy, dean, request, does } = await introducing(db);
const begun = new Date();
const { secret, enqueue } = doors;
const app = {
	db,
	config: { secret, publicUrl: 'http://localhost:4780' },
	queue: { enqueue },
	limits: { take: async () => ({ ok: true }) }
};

/** What a person who is signed in meets at a screen: its data, a redirect, an error or a refusal. */
async function meet(handle: unknown, actor: Member, id: string, fields?: Record<string, string>) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields ?? {})) body.set(name, value);
	const url = new URL('http://localhost:4780/');
	const event = {
		url,
		params: { id },
		locals: { app, actor, locale: 'en', member: { ...actor, name: 'Kathy Martin' } },
		request: new Request(url, { method: 'POST', body })
	};
	try {
		return await (handle as (event: unknown) => Promise<unknown>)(event);
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	}
}

async function asked(): Promise<{ id: string; requestId: string }> {
	const { requestId, ids } = await request(['Pierre Yvon'], begun);
	const [id = ''] = ids;
	await does('connector', id, asking, begun);
	return { id, requestId };
}

const stateOf = (id: string) =>
	db.selectFrom('introductions').select('state').where('id', '=', id).executeTakeFirst();

describe('the screens of an introduction and of its request', () => {
	it('do not exist for another member, another community or a made-up address', async () => {
		const { id, requestId } = await asked();
		const others = [await newMember(db, kathy.communityId), await newMember(db)];
		for (const other of others) {
			expect(await meet(load, other, id)).toBe(404);
			expect(await meet(loadRequest, other, requestId)).toBe(404);
			for (const action of Object.values(actions))
				expect(await meet(action, other, id, { outcome: 'met', days: '3' })).toBe(404);
			const form = { do: 'turn_down', introductionId: id };
			expect(await meet(requestActions['connector'], other, requestId, form)).toBe(404);
		}
		expect(await meet(load, kathy, 'none')).toBe(404);
		expect(await meet(loadRequest, kathy, crypto.randomUUID())).toBe(404);
		expect(await stateOf(id)).toEqual({ state: 'asked' });
	});

	it('send a connector from the introduction to the request, where the forms of both stay apart', async () => {
		const { id, requestId } = await asked();
		expect(await meet(load, dean, id)).toBe(`/requests/${requestId}`);
		expect(await meet(actions['withdraw'], dean, id)).toBe(`/requests/${requestId}`);
		expect(await meet(loadRequest, dean, requestId)).toMatchObject({ as: 'connector' });
		expect(await meet(loadRequest, kathy, requestId)).toMatchObject({ as: 'requester' });
		const form = { do: 'turn_down', introductionId: id };
		expect(await meet(requestActions['connector'], kathy, requestId, form)).toBe(404);
		expect(await stateOf(id)).toEqual({ state: 'asked' });
	});

	it('lead a draft back to its letter', async () => {
		const { id, requestId } = await asked();
		await db.updateTable('requests').set({ sentAt: null }).where('id', '=', requestId).execute();
		expect(await meet(load, kathy, id)).toBe(`/requests/${requestId}/write`);
		expect(await meet(loadRequest, kathy, requestId)).toBe(`/requests/${requestId}/write`);
		expect(await meet(loadRequest, dean, requestId)).toBe(404);
	});

	it('carry a yes from its envelope to the outcome, each step once', async () => {
		const { id } = await asked();
		const here = `/introductions/${id}`;
		expect(await meet(actions['open'], kathy, id)).toMatchObject({
			status: 409,
			data: { refusal: 'too_late' }
		});
		await does('target', id, agreeing('pierre@example.org'), begun);
		expect(JSON.stringify(await meet(load, kathy, id))).not.toContain('pierre@');
		expect(await meet(actions['snooze'], kathy, id, { days: '7' })).toBe(here);
		expect(await meet(actions['snooze'], kathy, id, { days: '999' })).toMatchObject({
			status: 422
		});
		expect(await meet(actions['open'], kathy, id)).toBe(here);
		expect(await meet(load, kathy, id)).toMatchObject({
			released: [{ kind: 'email', shown: 'pierre@example.org' }]
		});
		expect(await meet(actions['keep'], kathy, id)).toBe(here);
		expect(await meet(actions['mute'], kathy, id)).toBe(here);
		expect(await meet(actions['withdraw'], kathy, id)).toMatchObject({ status: 409 });
		expect(await meet(actions['report'], kathy, id, { note: 'A call.' })).toMatchObject({
			status: 422,
			data: { outcomeMissing: true, note: 'A call.' }
		});
		expect(await meet(actions['report'], kathy, id, { outcome: 'met', note: 'A call.' })).toBe(
			here
		);
		expect(await meet(load, kathy, id)).toMatchObject({
			introduction: { state: 'met', outcome: 'met', outcomeNote: 'A call.' }
		});
	});

	it('withdraw what is no longer needed', async () => {
		const { id } = await asked();
		expect(await meet(actions['withdraw'], kathy, id)).toBe(`/introductions/${id}`);
		expect(await stateOf(id)).toEqual({ state: 'withdrawn' });
	});
});
