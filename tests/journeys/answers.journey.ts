import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { passDays, settled } from '../support/clock.ts';
import { expect, mailedPage, type Meet, signUp, test, visit } from '../support/people.ts';
import { answer, askByMail, cardOf, openAsk, sendRequest } from '../support/requests.ts';
import { expectGoodScreen } from '../support/screens.ts';

const english = { locale: 'en-GB' };

/** Kathy asks Dean for these people, by mail; Dean has opened his page. */
async function begin(app: RunningApp, meet: Meet, names: string[]) {
	const kathy = await meet(english);
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	const request = await sendRequest(
		kathy,
		'dean@example.com',
		names.map((name) => ({ name }))
	);
	const dean = await meet(english);
	await visit(dean, await mailedPage(app, 'dean@example.com', 'r'));
	return { kathy, dean, request };
}

/** Kathy's page about one of them. */
async function follow(kathy: Page, request: string, name: string): Promise<void> {
	await visit(kathy, request);
	await kathy
		.getByRole('link', { name: new RegExp(name) })
		.first()
		.click();
	await expect(kathy.getByRole('heading', { level: 1 })).toContainText(name);
}

const mailsTo = (app: RunningApp, email: string) =>
	app.smtp.mails().filter(({ to }) => to.includes(email));

const pageIn = (text = '') => /http\S+\/a\/\S+/.exec(text)?.[0];
const neutral = 'Not possible this time';

test('Dean turns one down with a private reason and a kind word, Paul declines; Kathy reads the same neutral sentence about both', async ({
	app,
	meet
}) => {
	const { kathy, dean, request } = await begin(app, meet, ['Pierre Yvon', 'Paul Zeller']);
	const card = cardOf(dean, 'Pierre Yvon');
	await card.locator('summary', { hasText: 'Not possible' }).click();
	await card.getByLabel('A kind word for Kathy').fill('Courage, it will come.');
	await card.getByLabel('For yourself: why').fill('We fell out in 2009.');
	await expectGoodScreen(dean, 'en', 'turn-down');
	await card.getByRole('button', { name: 'Answer that it is not possible' }).click();
	await expect(card.getByText('We fell out in 2009.')).toBeVisible();
	await askByMail(dean, 'Paul Zeller', 'paul@example.net');
	const paul = await meet(english);
	await openAsk(app, paul, 'paul@example.net');
	await answer(paul, 'decline');
	await expectGoodScreen(paul, 'en', 'answer-declined');
	await settled(app);

	const told = mailsTo(app, 'kathy@example.com').filter(({ parsed }) =>
		/not possible/.test(parsed.subject ?? '')
	);
	expect(told).toHaveLength(2);
	const sentences = told.map(({ text }) =>
		text.split('\n')[0]?.replace(/Pierre Yvon|Paul Zeller/, 'X')
	);
	expect(sentences[0]).toBe(sentences[1]);
	const seen: string[] = [];
	for (const name of ['Pierre Yvon', 'Paul Zeller']) {
		await follow(kathy, request, name);
		await expect(kathy.getByText(neutral).first()).toBeVisible();
		await expectGoodScreen(kathy, 'en', `not-possible-${name.split(' ')[0]}`);
		seen.push(await kathy.content());
	}
	expect(seen[0]).toContain('Courage, it will come.');
	for (const where of ['/', '/introductions', request]) {
		await visit(kathy, where);
		seen.push(await kathy.content());
	}
	for (const page of [...seen, ...mailsTo(app, 'kathy@example.com').map(({ raw }) => raw)]) {
		expect(page).not.toContain('fell out');
		expect(page).not.toContain('declined');
		expect(page).not.toContain('turned_down');
	}
});

test('Pierre says never again, and nobody can ask him again', async ({ app, meet }) => {
	const { kathy, dean, request } = await begin(app, meet, ['Pierre Yvon']);
	await askByMail(dean, 'Pierre Yvon', 'pierre@example.org');
	const pierre = await meet(english);
	await openAsk(app, pierre, 'pierre@example.org');
	await answer(pierre, 'never');
	await expectGoodScreen(pierre, 'en', 'answer-never');
	await follow(kathy, request, 'Pierre Yvon');
	await expect(kathy.getByText(neutral).first()).toBeVisible();

	await sendRequest(kathy, 'dean@example.com', [{ name: 'P. Yvon' }]);
	await settled(app);
	const links = mailsTo(app, 'dean@example.com').map(
		({ text }) => /http\S+\/r\/\S+/.exec(text)?.[0]
	);
	const second = links.findLast((link) => link !== links[0]);
	await visit(dean, second ?? '');
	const card = cardOf(dean, 'P. Yvon');
	await card.locator('summary', { hasText: 'Ask P.' }).click();
	const form = card.locator('form').filter({ has: dean.locator('[name=letter]') });
	await form.locator('input[name=channel][value=mail]').check();
	await form.locator('input[name=email]').fill('Pierre@Example.org');
	await form.locator('button[value=preview]').click();
	await expect(card.getByText('has asked not to be written to')).toBeInViewport();
	await expectGoodScreen(dean, 'en', 'ask-never-again');
	await settled(app);
	expect(mailsTo(app, 'pierre@example.org')).toHaveLength(1);
});

test('Pierre would rather be asked later; on his day Dean gets a mail and asks again', async ({
	app,
	meet
}) => {
	const { kathy, dean, request } = await begin(app, meet, ['Pierre Yvon']);
	await askByMail(dean, 'Pierre Yvon', 'pierre@example.org');
	const pierre = await meet(english);
	await openAsk(app, pierre, 'pierre@example.org');
	await answer(pierre, 'postpone', { when: 'month' });
	await expectGoodScreen(pierre, 'en', 'answer-later');
	await follow(kathy, request, 'Pierre Yvon');
	await expect(kathy.getByText('would rather be asked later').first()).toBeVisible();
	await expectGoodScreen(kathy, 'en', 'postponed');
	const again = () =>
		mailsTo(app, 'dean@example.com').filter(({ raw }) => /^List-Unsubscribe:/im.test(raw));
	await passDays(app, 20);
	expect(again()).toEqual([]);
	await passDays(app, 12);
	expect(again()).toHaveLength(1);
	await visit(dean, /http\S+\/r\/\S+/.exec(again()[0]?.text ?? '')?.[0] ?? '');
	await expectGoodScreen(dean, 'en', 'ask-again');
	await askByMail(dean, 'Pierre Yvon', 'pierre@example.org');
	await settled(app);
	expect(mailsTo(app, 'pierre@example.org')).toHaveLength(2);
	await openAsk(app, pierre, 'pierre@example.org');
});

test('Dean names Anne instead of Pierre, Paul names Claire instead of himself: each opens a draft for Kathy', async ({
	app,
	meet
}) => {
	const { kathy, dean, request } = await begin(app, meet, ['Pierre Yvon', 'Paul Zeller']);
	const card = cardOf(dean, 'Pierre Yvon');
	await card.locator('summary', { hasText: 'Someone else knows' }).click();
	await card.getByLabel('Who?').fill('Anne Roy');
	await card.getByRole('button', { name: 'Give this name to Kathy' }).click();
	await expect(card.getByText('You named Anne Roy')).toBeVisible();
	await askByMail(dean, 'Paul Zeller', 'paul@example.net');
	const paul = await meet(english);
	await openAsk(app, paul, 'paul@example.net');
	await answer(paul, 'redirect', { name: 'Claire Dubois', about: 'my successor' });
	await expectGoodScreen(paul, 'en', 'answer-someone-else');

	await visit(kathy, '/');
	await expectGoodScreen(kathy, 'en', 'today-suggested');
	for (const [name, other] of [
		['Pierre Yvon', 'Anne Roy'],
		['Paul Zeller', 'Claire Dubois']
	] as const) {
		await follow(kathy, request, name);
		await expect(kathy.getByRole('heading', { name: new RegExp(other) })).toBeVisible();
		await expectGoodScreen(kathy, 'en', `redirected-${name.split(' ')[0]}`);
		await kathy.locator('main a.button.primary').click();
		await expect(kathy).toHaveURL(/\/write$/);
		await expect(kathy.getByText(other).first()).toBeVisible();
		await expect(kathy.getByLabel('Your letter')).not.toHaveValue('');
	}
	await settled(app);
	expect(app.smtp.mails().flatMap(({ to }) => to)).not.toContain('anne@example.org');
});

test('Pierre is reminded twice and no more; his late answer still counts', async ({
	app,
	meet
}) => {
	const { kathy, dean, request } = await begin(app, meet, ['Pierre Yvon']);
	await askByMail(dean, 'Pierre Yvon', 'pierre@example.org');
	for (let day = 0; day < 40; day += 4) await passDays(app, 4);
	const [first, ...reminders] = mailsTo(app, 'pierre@example.org');
	expect(reminders).toHaveLength(2);
	for (const { raw } of reminders) expect(raw).toMatch(/^List-Unsubscribe:/im);
	for (const { text } of reminders) expect(pageIn(text)).toBe(pageIn(first?.text));
	await follow(kathy, request, 'Pierre Yvon');
	await expect(kathy.getByRole('heading', { name: 'has not answered' })).toBeVisible();
	await expectGoodScreen(kathy, 'en', 'unanswered');
	const pierre = await meet(english);
	await openAsk(app, pierre, 'pierre@example.org');
	await answer(pierre, 'agree', { phone: '+33 6 39 98 56 78' });
	await visit(kathy, kathy.url());
	await kathy.getByRole('button', { name: 'Open the answer' }).click();
	await expect(kathy.getByRole('link', { name: '+33 6 39 98 56 78' })).toBeVisible();
	expect(await kathy.content()).not.toContain('pierre@example.org');
});

test('Kathy withdraws: both links explain themselves and do nothing more', async ({
	app,
	meet
}) => {
	const { kathy, dean, request } = await begin(app, meet, ['Pierre Yvon']);
	await askByMail(dean, 'Pierre Yvon', 'pierre@example.org');
	const pierre = await meet(english);
	await openAsk(app, pierre, 'pierre@example.org');
	await follow(kathy, request, 'Pierre Yvon');
	await kathy.locator('summary', { hasText: 'Withdraw' }).click();
	await kathy.locator('form[action="?/withdraw"] button').click();
	await expect(kathy.getByRole('heading', { name: 'You withdrew' })).toBeVisible();
	await expectGoodScreen(kathy, 'en', 'withdrawn');
	await pierre.locator('input[name=answer][value=decline]').check();
	await pierre.locator('button.send').click();
	await expect(pierre.getByRole('heading', { level: 1 })).toHaveText(
		'There is nothing left to answer'
	);
	expect(await pierre.content()).not.toContain('Kathy');
	await expectGoodScreen(pierre, 'en', 'answer-withdrawn');
	await visit(dean, await mailedPage(app, 'dean@example.com', 'r'));
	await expect(dean.getByRole('heading', { level: 1 })).toContainText('has withdrawn this request');
	await expectGoodScreen(dean, 'en', 'connector-withdrawn');
});

test('Dean has Pierre’s word and passes his number on; Kathy reads who said so', async ({
	app,
	meet
}) => {
	const { kathy, dean, request } = await begin(app, meet, ['Pierre Yvon']);
	const card = cardOf(dean, 'Pierre Yvon');
	await card.locator('summary', { hasText: 'already have' }).click();
	await card.getByLabel('phone number').fill('+33 6 39 98 11 22');
	await card.getByRole('button', { name: 'Pass on to Kathy' }).click();
	await expect(card.locator('.error').first()).toBeVisible();
	await card.locator('input[name=sure]').check();
	await expectGoodScreen(dean, 'en', 'vouch');
	await card.getByRole('button', { name: 'Pass on to Kathy' }).click();
	await expect(card.getByText('has not opened the answer yet')).toBeVisible();
	await follow(kathy, request, 'Pierre Yvon');
	expect(await kathy.content()).not.toContain('39 98');
	await expectGoodScreen(kathy, 'en', 'vouched');
	await kathy.getByRole('button', { name: 'Open the answer' }).click();
	await expect(kathy.getByRole('link', { name: '+33 6 39 98 11 22' })).toBeVisible();
	await expect(kathy.getByText(/Passed on by Dean/)).toBeVisible();
});
