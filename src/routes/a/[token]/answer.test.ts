import { describe, expect, it } from 'vitest';
import type { Deed } from '#lib/introductions/act.server.ts';
import { agreeing, introducing } from '../../../../tests/support/introducing.ts';
import { dumpOf, linkPages, tokenOf } from '../../../../tests/support/link-page.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { atOnce } from '../../../../tests/support/at-once.ts';
import {
	actions as connectorActions,
	load as connectorLoad
} from '../../r/[token]/+page.server.ts';
import { load as loadEnding } from './[ending]/+page.server.ts';
import { actions, load } from './+page.server.ts';

const { db, pool } = await testDatabase();
const { doors, kathy, request, does } = await introducing(db);
const elsewhere = await introducing(db);
const { communityId } = kathy;
const now = new Date();
const jobs: string[] = [];
const pages = linkPages({
	...doors,
	enqueue: async (_db, name, job) => void jobs.push(`${name} ${JSON.stringify(job)}`)
});
const ending = (name: string) => linkPages(doors, { ending: name });
const answer = actions['default'];

/** To an address of its own, because one who said "never again" is not asked by the next test either. */
const letter = (): Deed => ({
	event: { kind: 'ask' },
	words: {
		askSubject: 'Une amie',
		askLetter: 'Bonjour Pierre, une amie aimerait vous écrire.',
		askChannel: 'mail',
		askEmail: `${crypto.randomUUID()}@example.com`,
		askLocale: 'fr'
	}
});

/** An introduction that was asked for, with its target's link and its connector's. */
async function asked(
	story: Pick<typeof elsewhere, 'request' | 'does' | 'kathy'> = { request, does, kathy }
) {
	const { requestId, ids } = await story.request(['Pierre Yvon'], now);
	const [id = ''] = ids;
	await story.does('connector', id, letter(), now);
	const community = story.kathy.communityId;
	const subject = { purpose: 'target', introductionId: id } as const;
	const token = await tokenOf(doors, community, subject);
	const connector = await tokenOf(doors, community, { purpose: 'connector', requestId });
	return { id, requestId, token, connector };
}

const stateOf = async (id: string) => {
	const row = await db
		.selectFrom('introductions')
		.selectAll()
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.state;
};
const historyOf = (id: string) =>
	db
		.selectFrom('history')
		.select('toState')
		.where('introductionId', '=', id)
		.orderBy('version')
		.execute();
const releasesOf = (id: string) =>
	db.selectFrom('releases').select(['kind', 'value']).where('introductionId', '=', id).execute();

const yes = { answer: 'agree', email: 'pierre.yvon@example.com' };
const names = /Pierre|Kathy|Dean|Bonjour/;

describe('the answer page', () => {
	it('shows its holder who asks and the letter, and changes nothing', async () => {
		const { token } = await asked();
		const before = await dumpOf(pool);
		const met = await pages.meet(load, token);
		expect(met.status).toBe(200);
		expect(met.text).toContain('une amie aimerait vous écrire');
		expect(met.text).toContain('Kathy Martin');
		for (const name of ['agreed', 'later', 'declined', 'never', 'someone-else', 'too-late'])
			expect((await ending(name).meet(loadEnding, token)).status).toBe(303);
		expect(await dumpOf(pool)).toBe(before);
	});

	it.each([
		['a link that is no link', () => 'nonsense'],
		['a forged link of this community', () => 'A'.repeat(43)],
		['another request’s connector link', async () => (await asked()).connector]
	])('tells nothing to who holds %s', async (_what, token) => {
		const held = await token();
		const before = await dumpOf(pool);
		for (const met of [
			await pages.meet(load, held),
			await pages.meet(answer, held, yes),
			await ending('agreed').meet(loadEnding, held)
		]) {
			expect(met.status).toBe(404);
			expect(met.text).not.toMatch(names);
		}
		expect(await dumpOf(pool)).toBe(before);
	});

	it('does not open by changing one letter of a real link', async () => {
		const { id, token } = await asked();
		const other = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
		expect((await pages.meet(answer, other, yes)).status).toBe(404);
		expect(await stateOf(id)).toBe('asked');
	});

	it('answers only for its own introduction, in its own community', async () => {
		const [mine, theirs, far] = [await asked(), await asked(), await asked(elsewhere)];
		await pages.meet(answer, mine.token, yes);
		await linkPages(elsewhere.doors).meet(answer, far.token, { answer: 'decline' });
		expect(await stateOf(mine.id)).toBe('agreed');
		expect(await stateOf(theirs.id)).toBe('asked');
		expect(await stateOf(far.id)).toBe('declined');
	});

	it('is not opened by a link made for the connector’s page, nor the reverse', async () => {
		const { token, connector } = await asked();
		expect((await pages.meet(connectorLoad, token)).status).toBe(404);
		expect(
			(await pages.meet(connectorActions['connector'], token, { do: 'turn_down' })).status
		).toBe(404);
		expect((await pages.meet(load, connector)).status).toBe(404);
	});

	it('does not exist before the request is sent', async () => {
		const { token, requestId } = await asked();
		await db.updateTable('requests').set({ sentAt: null }).where('id', '=', requestId).execute();
		expect((await pages.meet(load, token)).status).toBe(404);
	});
});

describe('an answer', () => {
	it('releases what was chosen and is shown back on a page of its own', async () => {
		const { id, token } = await asked();
		const typed = { ...yes, phone: '06 39 98 12 34', word: 'Avec plaisir' };
		const met = await pages.meet(answer, token, typed);
		expect(met).toMatchObject({ status: 303, location: `/a/${token}/agreed` });
		expect(await releasesOf(id)).toEqual(
			expect.arrayContaining([
				{ kind: 'email', value: 'pierre.yvon@example.com' },
				{ kind: 'phone', value: '+33639981234' }
			])
		);
		const shown = await ending('agreed').meet(loadEnding, token);
		expect(shown.text).toContain('+33 6 39 98 12 34');
		expect(await pages.meet(load, token)).toMatchObject({ location: `/a/${token}/agreed` });
	});

	it.each([
		['postpone', { when: 'month' }, 'later', 'postponed'],
		['decline', {}, 'declined', 'declined'],
		['never', {}, 'never', 'declined'],
		['redirect', { name: 'Anne Roy' }, 'someone-else', 'redirected']
	])('%s ends on its own page', async (choice, fields, page, state) => {
		const { id, token } = await asked();
		const met = await pages.meet(answer, token, { answer: choice, ...fields });
		expect(met.location).toBe(`/a/${token}/${page}`);
		expect(await stateOf(id)).toBe(state);
		expect((await ending(page).meet(loadEnding, token)).status).toBe(200);
		expect((await ending('agreed').meet(loadEnding, token)).location).toBe(`/a/${token}`);
	});

	it('is kept as typed when something in it is wrong, and nothing is changed', async () => {
		const { token } = await asked();
		const before = await dumpOf(pool);
		const typed = { answer: 'agree', email: 'pierre@', phone: '06 39 98 12 34', word: 'Bonjour' };
		const met = await pages.meet(answer, token, typed);
		expect(met.status).toBe(422);
		expect(met.data).toMatchObject({ typed, errors: { email: 'not_an_email' } });
		expect(await dumpOf(pool)).toBe(before);
	});

	it('sent twice is one answer, one history row and one mail', async () => {
		const { id, token } = await asked();
		const lock = `select from introductions where id = '${id}' for update`;
		const before = jobs.length;
		const both = await atOnce(pool, lock, [
			() => pages.meet(answer, token, yes),
			() => pages.meet(answer, token, yes)
		]);
		for (const met of both) expect(met.location).toBe(`/a/${token}/agreed`);
		expect((await pages.meet(answer, token, yes)).status).toBe(303);
		expect((await historyOf(id)).map((row) => row.toState)).toEqual([
			'requested',
			'asked',
			'agreed'
		]);
		expect(jobs.slice(before)).toHaveLength(2);
	});

	it('of two that differ at once, one wins and the other takes its place or is told', async () => {
		const { id, token } = await asked();
		const lock = `select from introductions where id = '${id}' for update`;
		await atOnce(pool, lock, [
			() => pages.meet(answer, token, yes),
			() => pages.meet(answer, token, { answer: 'decline' })
		]);
		expect(['agreed', 'declined']).toContain(await stateOf(id));
		expect(await releasesOf(id)).toHaveLength((await stateOf(id)) === 'agreed' ? 1 : 0);
	});

	it('can be changed until it has been read, and takes back what was released', async () => {
		const { id, token } = await asked();
		await pages.meet(answer, token, { ...yes, word: 'Un mot' });
		await pages.meet(answer, token, { answer: 'decline' });
		expect(await releasesOf(id)).toEqual([]);
		const row = db.selectFrom('introductions').select('answerWord').where('id', '=', id);
		expect(await row.executeTakeFirst()).toEqual({ answerWord: '' });
	});

	it('once read shows what was passed on and can no longer be changed', async () => {
		const { id, token } = await asked();
		await does('target', id, agreeing('pierre@example.com'), now);
		await does('requester', id, { event: { kind: 'read' } }, now);
		const late = await pages.meet(answer, token, { answer: 'decline' });
		expect(late).toMatchObject({ status: 303, location: `/a/${token}` });
		expect((await pages.meet(load, token)).location).toBe(`/a/${token}/too-late`);
		const shown = await ending('too-late').meet(loadEnding, token);
		expect(shown.text).toContain('pierre@example.com');
		expect(await stateOf(id)).toBe('introduced');
	});

	it('that comes before the letter was marked as sent counts', async () => {
		const { ids } = await request(['Paul Zeller'], now);
		const [id = ''] = ids;
		const token = await tokenOf(doors, communityId, { purpose: 'target', introductionId: id });
		expect((await pages.meet(load, token)).status).toBe(200);
		expect((await pages.meet(answer, token, yes)).location).toBe(`/a/${token}/agreed`);
	});

	it('too often is refused, with what was typed', async () => {
		const { token } = await asked();
		pages.tire(true);
		const met = await pages.meet(answer, token, yes);
		pages.tire(false);
		expect(met.status).toBe(429);
		expect(met.data).toMatchObject({ typed: yes, refused: 'busy' });
	});
});

describe('a link whose time is over', () => {
	const over: [string, () => Promise<string>][] = [
		[
			'expired',
			async () => {
				const { id, token } = await asked();
				const past = new Date(now.getTime() - 1000);
				await db
					.updateTable('tokens')
					.set({ expiresAt: past })
					.where('introductionId', '=', id)
					.execute();
				return token;
			}
		],
		[
			'withdrawn',
			async () => {
				const { id, token } = await asked();
				await does('requester', id, { event: { kind: 'withdraw' } }, now);
				return token;
			}
		],
		[
			'withdrawn',
			async () => {
				const { id, token } = await asked();
				await db
					.updateTable('tokens')
					.set({ revokedAt: now })
					.where('introductionId', '=', id)
					.execute();
				return token;
			}
		]
	];

	it.each(over)('says that it is %s and nothing more', async (what, make) => {
		const token = await make();
		const before = await dumpOf(pool);
		for (const met of [await pages.meet(load, token), await pages.meet(answer, token, yes)]) {
			expect(met.status).toBe(410);
			expect(met.text).toContain(what);
			expect(met.text).not.toMatch(names);
		}
		expect(await dumpOf(pool)).toBe(before);
	});
});

describe('what a target may not learn', () => {
	it('whom the connector suggested instead', async () => {
		const { id, token } = await asked();
		const change = { state: 'unanswered' };
		await db.updateTable('introductions').set(change).where('id', '=', id).execute();
		const words = { suggestedName: 'Anne Roy', suggestedAbout: 'knows him better' };
		await does('connector', id, { event: { kind: 'suggest' }, words }, now);
		const met = await pages.meet(load, token);
		expect(met.status).toBe(200);
		expect(met.text).not.toContain('Anne Roy');
	});

	it('what the connector vouched for', async () => {
		const { id, token } = await asked();
		const channels = ['email' as const];
		const details = { email: 'from-dean@example.com' };
		await does('connector', id, { event: { kind: 'vouch', channels }, details }, now);
		const met = await pages.meet(load, token);
		expect(met.status).toBe(200);
		expect(met.text).not.toContain('from-dean@example.com');
		expect(met.data).toMatchObject({ view: { answeredBy: 'connector', details: {} } });
	});

	it('reminders stop at one press, without an answer', async () => {
		const { id, token } = await asked();
		expect((await pages.meet(answer, token, { do: 'mute' })).location).toBe(`/a/${token}`);
		expect((await pages.meet(answer, token, { do: 'mute' })).status).toBe(303);
		const row = db.selectFrom('introductions').select(['state', 'muted']).where('id', '=', id);
		expect(await row.executeTakeFirst()).toEqual({ state: 'asked', muted: true });
	});
});
