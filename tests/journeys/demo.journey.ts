import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { settled } from '../support/clock.ts';
import { expect, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

test('A visitor plays Kathy’s whole story in the demo, step by step and without JavaScript, and no mail leaves', async ({
	app,
	meet
}) => {
	test.setTimeout(240_000);
	const visitor = await meet({ javaScriptEnabled: false });
	await visitor.goto('/');
	await visitor.locator('form[action="/demo?/open"] button').click();
	await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(/^Bonjour Kathy/);
	await visitor.getByRole('link', { name: 'Démo', exact: true }).click();
	await expectSteps(visitor, 0);

	await step(visitor, 'Kathy voit qui connaît Pierre');
	await expect(visitor.getByText('Ils sont en relation sur LinkedIn').first()).toBeVisible();
	await askDean(visitor);
	await expectSteps(visitor, 2);
	await passOn(visitor);
	await settled(app);
	await expectSteps(visitor, 3);

	await step(visitor, 'Pierre accepte');
	await answer(visitor, async () => {
		await visitor.getByRole('checkbox', { name: /pierre\.yvon@example\.org/ }).check();
	});
	await expectSteps(visitor, 4);
	await step(visitor, 'Trois jours passent');
	await expectSteps(visitor, 5);
	await step(visitor, 'Paul accepte aussi');
	await answer(visitor, () => visitor.getByLabel('Téléphone').fill('06 39 98 00 06'));
	await settled(app);
	await expectSteps(visitor, 6);

	await openAnswers(visitor);
	await thankDean(visitor);
	await settled(app);
	await expect(progress(visitor)).toHaveText(
		'L’histoire est contée. Recommencez-la quand vous voulez.'
	);
	await step(visitor, 'Dean apprend comment cela finit');
	await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(/^Kathy.* vous remercie$/);
	await expectKept(app);
});

test('In the demo, Kathy asks her adviser to read her letter, and the adviser finds it on her Today', async ({
	app,
	meet
}) => {
	const visitor = await meet();
	await step(visitor, asking);
	await expect(visitor).toHaveURL(/\/requests\/new\?/);
	await visit(visitor, visitor.url());
	await writeToDean(visitor);
	await visitor.locator('summary', { hasText: 'Demander une relecture' }).click();
	await goodOnDeskAndPhone(visitor, 'demo-ask-adviser');
	await visitor.getByRole('button', { name: 'Confier la lettre' }).click();
	await expect(visitor.getByText('Mireille Sorbier a votre lettre à relire')).toBeVisible();

	await visitor.goto('/demo');
	await goodOnDeskAndPhone(visitor, 'demo-who-is-who');
	await visitor.getByRole('button', { name: 'Jouer Mireille' }).click();
	await expect(visitor).not.toHaveURL(/\/demo/);
	await expect(
		visitor.getByText('Kathy Arnaud vous demande de relire une lettre à Dean Groves.')
	).toBeVisible();
	await goodOnDeskAndPhone(visitor, 'demo-adviser-today');
	await visitor.locator('a[href^="/readings/"]').first().click();
	await visitor.getByLabel('Ce que vous en pensez').fill('Dites ce que Pierre y gagne.');
	await goodOnDeskAndPhone(visitor, 'demo-adviser-reads');
	await visitor.getByRole('button', { name: 'Rendre la lettre' }).click();
	await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Vous l’avez rendue');
	await expectSteps(visitor, 0);
	await expectKept(app);
});

test('The demo is entered, played and left on a telephone, in English, and begun anew for everybody', async ({
	app,
	meet
}) => {
	const phone = { viewport: { width: 360, height: 740 }, locale: 'en-GB' };
	const one = await meet(phone);
	const other = await meet({ ...phone, colorScheme: 'dark' });
	await one.goto('/demo');
	await expectGoodScreen(one, 'en', 'demo-closed');
	await one.getByRole('button', { name: 'Play Anne' }).click();
	await expect(one.getByText('you play Anne Lefort')).toBeVisible();
	await other.goto('/demo');
	await other.getByRole('button', { name: 'Play Dean', exact: true }).click();
	await expect(other.getByRole('heading', { level: 1 })).toContainText('Léa');
	await other.goto('/demo');
	await expectGoodScreen(other, 'en', 'demo-dark');
	await other.getByRole('button', { name: 'Three days later' }).click();
	await expect(progress(other)).toHaveText('Steps done: 1 of 9');

	await one.goto('/demo');
	await one.getByRole('button', { name: 'Start again' }).click();
	await expect(progress(one)).toHaveText('Steps done: 0 of 9');
	await other.goto('/demo');
	await expect(other.getByText('has been started again since')).toBeVisible();
	await expectGoodScreen(other, 'en', 'demo-gone');
	await one.getByRole('button', { name: 'Leave the demo' }).click();
	await expect(one).toHaveURL(/\/welcome$/);
	await one.goto('/contacts');
	await expect(one).toHaveURL(/\/(welcome|sign-in)/);
	await expectKept(app);
});

test.describe('where the demo is switched off', () => {
	test.use({ appEnv: { DEMO: 'off' } });

	test('There is no trace of it', async ({ meet }) => {
		const visitor = await meet();
		expect((await visitor.goto('/demo'))?.status()).toBe(404);
		await visitor.goto('/');
		await expect(visitor.locator('form[action="/demo?/open"] button')).toBeHidden();
	});
});

/** Presses the button of a step of the story, on the demo's own page. */
async function step(page: Page, title: string): Promise<void> {
	await page.goto('/demo');
	const item = page.getByRole('listitem').filter({ hasText: title });
	await item.getByRole('button').click();
}

const progress = (page: Page) =>
	page
		.locator('section', { has: page.locator('#story') })
		.locator('p')
		.first();

async function expectSteps(page: Page, done: number): Promise<void> {
	await page.goto('/demo');
	await expect(progress(page)).toHaveText(`Étapes faites : ${done} sur 9`);
}

const asking = 'Kathy demande à Dean, une seule fois, pour les deux';

async function askDean(page: Page): Promise<void> {
	await step(page, asking);
	await expect(page.getByRole('textbox', { name: 'Personne 1', exact: true })).toHaveValue(
		'Pierre Yvon'
	);
	await expect(page.getByRole('textbox', { name: 'Personne 2', exact: true })).toHaveValue(
		'Paul Zeller'
	);
	await writeToDean(page);
	await page.getByRole('button', { name: 'Relire et envoyer' }).click();
	await page.getByRole('button', { name: 'Envoyer à Dean Groves' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre demande à Dean Groves');
}

async function writeToDean(page: Page): Promise<void> {
	await page.getByLabel('Pourquoi souhaitez-vous').fill('ABC change d’image.');
	await page.getByRole('button', { name: 'Écrire la lettre' }).click();
	await expect(page.getByLabel('Votre lettre')).toHaveValue(/Pourrais-tu leur demander/);
}

async function goodOnDeskAndPhone(page: Page, name: string): Promise<void> {
	for (const width of [360, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		await expectGoodScreen(page, 'fr', `${name}-${width}`);
	}
}

/** Dean is reminded of Pierre, and honestly told that of Paul there is nothing. */
async function passOn(page: Page): Promise<void> {
	await step(page, 'Dean se souvient, et les sollicite');
	const pierre = page.getByRole('article', { name: 'Pour Pierre Yvon' });
	const paul = page.getByRole('article', { name: 'Pour Paul Zeller' });
	await expect(pierre).toContainText('Collègues chez ACME, 1999–2003');
	await expect(pierre).toContainText('dernier message en 2011');
	await expect(paul).toContainText('Aucune trace d’un échange');
	await expect(paul).toContainText('son invitation en 2015');
	for (const [first, one] of [
		['Pierre', pierre],
		['Paul', paul]
	] as const) {
		await one.getByText(`Demander à ${first}`, { exact: true }).click();
		await one.getByRole('button', { name: 'Relire avant l’envoi' }).click();
		await one.getByRole('button', { name: `Envoyer à ${first}` }).click();
		await expect(one.getByText(`Vous avez écrit à ${first}`).first()).toBeVisible();
	}
}

/** From the post box by the letter's own link, as from any mailbox. */
async function answer(page: Page, choose: () => Promise<void>): Promise<void> {
	await page.getByRole('link', { name: 'Kathy Arnaud aimerait' }).click();
	await page.locator('a[href*="/a/"]').first().click();
	await page.getByRole('radio', { name: /Oui, voici/ }).check();
	await choose();
	await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
	await expect(page).toHaveURL(/\/agreed/);
}

async function openAnswers(page: Page): Promise<void> {
	for (const [name, shown, hidden] of [
		['Pierre Yvon', 'pierre.yvon@example.org', '39 98'],
		['Paul Zeller', '+33 6 39 98 00 06', 'paul.zeller@example.net']
	] as const) {
		await step(page, 'Kathy leur écrit');
		await page.goto('/introductions');
		await page
			.getByRole('link', { name: new RegExp(name) })
			.first()
			.click();
		expect(await page.content()).not.toContain(shown);
		await page.getByRole('button', { name: 'Ouvrir la réponse' }).click();
		await expect(page.getByRole('link', { name: shown })).toBeVisible();
		expect(await page.content()).not.toContain(hidden);
	}
}

async function thankDean(page: Page): Promise<void> {
	for (const name of ['Pierre Yvon', 'Paul Zeller']) {
		await step(page, 'Kathy dit ce qu’il en est sorti');
		await page.goto('/introductions');
		await page
			.getByRole('link', { name: new RegExp(name) })
			.first()
			.click();
		const form = page.locator('form[action="?/report"]');
		if (!(await form.isVisible())) await page.getByText('Noter la suite').first().click();
		await form.getByRole('radio', { name: /La rencontre a eu lieu/ }).check();
		await form.getByRole('button', { name: 'Noter la suite' }).click();
	}
	await page.getByRole('link', { name: 'Remercier Dean' }).click();
	await page.getByRole('button', { name: 'Envoyer mes remerciements' }).click();
	await page.goto('/demo');
}

/** Nothing was handed to the mail server that this application has; every letter stayed. */
async function expectKept(app: RunningApp): Promise<void> {
	await settled(app);
	expect(app.smtp.mails()).toEqual([]);
	const { rows } = await app.pool.query('select state, count(*)::int from mails group by state');
	expect(rows.map(({ state }) => state)).toEqual(['kept']);
}
