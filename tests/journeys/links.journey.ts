import type { APIRequestContext, Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { passDays } from '../support/clock.ts';
import {
	expect,
	joinByMail,
	mailedPage,
	type Meet,
	signUp,
	test,
	visit
} from '../support/people.ts';
import { answer, askByMail, openAsk, sendRequest } from '../support/requests.ts';
import { expectGoodScreen } from '../support/screens.ts';

const english = { locale: 'en-GB' };

/** Kathy asks Dean, without an account, for Pierre; Dean has asked him. */
async function begin(app: RunningApp, meet: Meet) {
	const kathy = await meet(english);
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	const request = await sendRequest(kathy, 'dean@example.com', [{ name: 'Pierre Yvon' }]);
	const dean = await meet(english);
	await visit(dean, await mailedPage(app, 'dean@example.com', 'r'));
	await askByMail(dean, 'Pierre Yvon', 'pierre@example.org');
	const ask = await mailedPage(app, 'pierre@example.org', 'a');
	return { kathy, dean, request, ask };
}

test('after four months both links have expired, say so, and tell nothing', async ({
	app,
	meet
}) => {
	const { dean, ask } = await begin(app, meet);
	const page = dean.url().split('#')[0] ?? '';
	// Reminders prolong a link: four months count from the last word there was.
	for (const days of [30, 30, 30, 121]) await passDays(app, days);
	const pierre = await meet(english);
	for (const [who, url] of [
		['answer', ask],
		['connector', page]
	] as const) {
		const response = await pierre.goto(url);
		expect(response?.status()).toBe(410);
		await expect(pierre.getByRole('heading', { level: 1 })).toHaveText('This link has expired');
		expect(await pierre.content()).not.toMatch(/Kathy|Dean|Pierre/);
		await expectGoodScreen(pierre, 'en', `${who}-expired`);
	}
	expect((await answerTo(pierre.request, app, ask)).status()).toBe(410);
	expect(await standing(app)).not.toContain('agreed');
});

test('a link opens its own page alone: a guess, another door, another request', async ({
	app,
	meet
}) => {
	const { kathy, dean, ask } = await begin(app, meet);
	const ownPage = dean.url().split('#')[0] ?? '';
	await sendRequest(kathy, 'dean@example.com', [{ name: 'Paul Zeller' }]);
	const paul = await introductionOf(app, 'Paul Zeller');
	const stranger = await meet(english);
	const answerToken = ask.split('/').at(-1) ?? '';
	const deanToken = ownPage.split('/').at(-1) ?? '';
	const flipped = answerToken.slice(0, -4) + (answerToken.endsWith('AAAA') ? 'BBBB' : 'AAAA');
	for (const closed of [
		`/a/${deanToken}`,
		`/r/${answerToken}`,
		`/a/${flipped}`,
		'/a/nothing',
		'/r/nothing'
	]) {
		const response = await stranger.goto(closed);
		expect(response?.status(), closed).toBe(404);
		await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('This link opens nothing');
		expect(await stranger.content(), closed).not.toMatch(/Kathy|Dean|Pierre|Paul/);
	}
	await expectGoodScreen(stranger, 'en', 'link-unknown');
	expect((await answerTo(stranger.request, app, `${app.url}/a/${deanToken}`)).status()).toBe(404);
	// The link of one request cannot act on a person of another.
	const foreign = await stranger.request.post(`${ownPage}?/connector`, {
		headers: { origin: app.url, accept: 'text/html' },
		form: { introductionId: paul, do: 'turn_down', kindWord: 'No.' }
	});
	expect(foreign.status()).toBe(404);
	expect(await standing(app)).toEqual(['asked', 'requested']);
});

test('Kathy’s request, its introductions and their deeds exist for nobody else', async ({
	app,
	meet
}) => {
	const { kathy, request } = await begin(app, meet);
	const introduction = `/introductions/${await introductionOf(app, 'Pierre Yvon')}`;
	const pierre = await meet(english);
	await openAsk(app, pierre, 'pierre@example.org');
	await answer(pierre, 'agree', { email: 'pierre.y@example.org' });
	const stranger = await meet(english);
	for (const page of [request, `${request}/preview`, introduction]) {
		await stranger.goto(page);
		await expect(stranger).toHaveURL(/\/sign-in\?then=/);
	}
	const eve = await meet(english);
	await joinByMail(app, kathy, eve, { name: 'Eve Moreau', email: 'eve@example.com' });
	await expectClosed(app, eve, request, introduction);
	await moveToAnotherCommunity(app, 'eve@example.com');
	await expectClosed(app, eve, request, introduction);
	expect(await standing(app)).toEqual(['agreed']);
});

async function expectClosed(app: RunningApp, page: Page, request: string, introduction: string) {
	const screens = [request, `${request}/write`, `${request}/preview`, `${request}/thanks`];
	for (const closed of [...screens, introduction]) {
		const response = await page.request.get(closed);
		expect(response.status(), closed).toBe(404);
		expect(await response.text(), closed).not.toMatch(/Pierre|pierre\.y/);
	}
	const deeds = ['open', 'withdraw', 'keep', 'snooze', 'mute', 'report'];
	const actions = [
		...deeds.map((deed) => `${introduction}?/${deed}`),
		`${request}/preview`,
		`${request}/thanks`,
		`${request}?/connector`,
		`${request}/write?/drop`
	];
	for (const action of actions) {
		const response = await page.request.post(action, {
			headers: { origin: app.url, accept: 'text/html' },
			form: { outcome: 'met', days: '3', letter: 'Hello', channel: 'hand', do: 'turn_down' }
		});
		expect(response.status(), action).toBe(404);
	}
}

function answerTo(request: APIRequestContext, app: RunningApp, url: string) {
	const form = { answer: 'agree', email: 'thief@example.org' };
	return request.post(url, { headers: { origin: app.url, accept: 'text/html' }, form });
}

async function introductionOf(app: RunningApp, name: string): Promise<string> {
	const { rows } = await app.pool.query<{ id: string }>(
		'select id from introductions where target_name = $1',
		[name]
	);
	return rows[0]?.id ?? '';
}

async function standing(app: RunningApp): Promise<string[]> {
	const { rows } = await app.pool.query<{ state: string }>(
		'select state from introductions order by state'
	);
	return rows.map(({ state }) => state);
}

/** The same account as a member of another community alone. */
async function moveToAnotherCommunity(app: RunningApp, email: string): Promise<void> {
	await app.pool.query(
		`with other as (insert into communities (name, kind) values ('Others', 'group') returning id)
		 update members set community_id = (select id from other) where email = $1`,
		[email]
	);
}
