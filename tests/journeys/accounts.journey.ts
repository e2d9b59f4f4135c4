import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { expect, test } from '../support/journey.ts';

const password = 'une phrase bien longue';

test('Kathy creates the first account, confirms her e-mail, and nobody after her can do the same', async ({
	app,
	page,
	browser
}) => {
	await page.goto('/');
	await expect(page).toHaveURL(/\/welcome$/);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Créer mon compte' }).click();
	await page.getByLabel('Votre nom').fill('Kathy Arnaud');
	await page.getByLabel('E-mail').fill('kathy@example.com');
	await page.getByLabel('Mot de passe', { exact: true }).fill('court');
	await page.getByRole('button', { name: 'Créer mon compte' }).click();
	await expect(page.getByText('Dix caractères au moins')).toBeVisible();
	await expect(page.getByLabel('Votre nom')).toHaveValue('Kathy Arnaud');
	await expectAccessible(page);
	await page.getByLabel('Mot de passe', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Créer mon compte' }).click();
	await expect(page).toHaveURL(app.url + '/');

	await page.goto('/settings');
	await expect(page.getByText('n’est pas encore confirmé')).toBeVisible();
	await page.goto(await mailedLink(app, 'kathy@example.com'));
	await page.getByRole('button', { name: 'Oui, c’est la mienne' }).click();
	await expect(page).toHaveURL(/\/settings$/);
	await expect(page.getByText('n’est pas encore confirmé')).toBeHidden();
	await expectAccessible(page);

	const stranger = await visit(browser, app);
	await stranger.goto('/sign-up');
	await expect(stranger.getByText('On rejoint ce serveur sur invitation')).toBeVisible();
	const forced = await stranger.request.post('/sign-up', {
		form: { name: 'Eve', email: 'eve@example.com', password, community: '' },
		headers: { origin: app.url },
		maxRedirects: 0
	});
	expect(forced.headers()['location'] ?? (await forced.json()).location).toBe('/sign-in');
	const { rows } = await app.pool.query('select email from users');
	expect(rows).toEqual([{ email: 'kathy@example.com' }]);
	await stranger.context().close();
});

test('Kathy invites Dean, who accepts from his telephone without JavaScript, once', async ({
	app,
	page,
	browser
}) => {
	await signUpFirst(page);
	await page.goto('/members');
	await page.getByLabel('E-mail').fill('dean@example.com');
	await page.getByRole('button', { name: 'Inviter', exact: true }).click();
	await expect(page.getByText('est en route')).toBeVisible();
	await expect(page.getByText('Invitations en attente')).toBeVisible();
	await expectAccessible(page);
	const link = await mailedLink(app, 'dean@example.com');

	const dean = await visit(browser, app, {
		javaScriptEnabled: false,
		locale: 'en-GB',
		viewport: { width: 360, height: 740 }
	});
	for (let scan = 0; scan < 3; scan += 1) await dean.request.get(link);
	await dean.goto(link);
	await expect(dean.getByRole('heading', { level: 1 })).toContainText('Kathy Arnaud invites you');
	await dean.getByLabel('Your name').fill('Dean Groves');
	await dean.getByLabel('Password', { exact: true }).fill('short');
	await dean.getByRole('button', { name: 'Create my account and join' }).click();
	await expect(dean.getByText('Ten characters at least')).toBeVisible();
	await expect(dean.getByLabel('Your name')).toHaveValue('Dean Groves');
	await dean.getByLabel('Password', { exact: true }).fill(password);
	await dean.getByRole('button', { name: 'Create my account and join' }).click();
	await expect(dean).toHaveURL(app.url + '/');
	await dean.goto('/settings');
	await expect(dean.getByText('is not confirmed')).toBeHidden();
	await dean.goto(link);
	await expect(dean.getByText('This invitation has been accepted')).toBeVisible();
	await dean.goto('/members');
	await expect(dean.getByText('Kathy Arnaud', { exact: true })).toBeVisible();
	await expect(dean.getByText('kathy@example.com')).toBeHidden();
	await expect(dean.getByRole('heading', { name: 'Invite someone' })).toBeHidden();
	await dean.context().close();

	await page.reload();
	await expect(page.getByRole('listitem').filter({ hasText: 'Dean Groves' })).toBeVisible();
});

test('Kathy comes back by a mailed link that a mail scanner opened before her, and by a new password', async ({
	app,
	page,
	browser
}) => {
	await signUpFirst(page);
	await page.goto(await mailedLink(app, 'kathy@example.com'));
	await page.getByRole('button', { name: 'Oui, c’est la mienne' }).click();
	const other = await visit(browser, app);
	await other.goto('/settings');
	await expect(other).toHaveURL(/\/sign-in\?then=%2Fsettings$/);
	await expectAccessible(other);
	await askForLink(other, 'nobody@example.com');
	await askForLink(other, 'kathy@example.com');
	const link = await mailedLink(app, 'kathy@example.com', /Votre lien/);
	await other.request.get(link);
	await other.request.head(link);
	await other.goto(link);
	await other.getByRole('button', { name: 'Me connecter' }).click();
	await expect(other).toHaveURL(app.url + '/');
	await other.goto(link);
	await other.getByRole('button', { name: 'Me connecter' }).click();
	await expect(other.getByText('Ce lien a déjà servi')).toBeVisible();
	expect(app.smtp.mails().flatMap(({ to }) => to)).not.toContain('nobody@example.com');

	await other.context().clearCookies();
	await other.goto('/forgotten');
	await other.getByLabel('E-mail').fill('kathy@example.com');
	await other.getByRole('button', { name: 'Envoyer le lien' }).click();
	await expect(other.getByText('Regardez votre courrier')).toBeVisible();
	await other.goto(await mailedLink(app, 'kathy@example.com', /nouveau mot de passe/));
	await other.getByLabel('Nouveau mot de passe').fill('une autre phrase longue');
	await other.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
	await expect(other.getByText('Votre nouveau mot de passe est enregistré')).toBeVisible();
	await page.goto('/settings');
	await expect(page).toHaveURL(/\/sign-in/);
	await signIn(page, 'kathy@example.com', password);
	await expect(page.getByRole('alert')).toContainText('ne vont pas ensemble');
	await expect(page.getByLabel('E-mail').first()).toHaveValue('kathy@example.com');
	await signIn(page, 'kathy@example.com', 'une autre phrase longue');
	await expect(page).toHaveURL(/\/settings$/);
	await other.context().close();
});

test('Kathy signs out everywhere, takes her data away, and erases her account', async ({
	app,
	page,
	browser
}) => {
	await signUpFirst(page);
	const other = await visit(browser, app);
	await other.goto('/sign-in');
	await signIn(other, 'kathy@example.com', password);
	await expect(other).toHaveURL(app.url + '/');
	await page.goto('/settings');
	await page.getByRole('button', { name: 'Me déconnecter partout' }).click();
	await expect(page.getByText('Votre session est fermée')).toBeVisible();
	await other.goto('/settings');
	await expect(other).toHaveURL(/\/sign-in/);

	await signIn(other, 'kathy@example.com', password);
	await expect(other).toHaveURL(/\/settings$/);
	const saved = other.waitForEvent('download');
	await other.getByRole('link', { name: 'Tout télécharger' }).click();
	expect((await saved).suggestedFilename()).toBe('entremise.json');
	await other.getByText('Supprimer mon compte').click();
	const erasing = other.locator('form[action="?/erase"]');
	await erasing.getByLabel('Mot de passe', { exact: true }).fill('pas le bon mot');
	await erasing.getByRole('button', { name: 'Tout effacer' }).click();
	await expect(other.getByText('Ce n’est pas votre mot de passe')).toBeVisible();
	await erasing.getByLabel('Mot de passe', { exact: true }).fill(password);
	await erasing.getByRole('button', { name: 'Tout effacer' }).click();
	await expect(other).toHaveURL(/\/welcome$/);
	const { rows } = await app.pool.query('select * from users full join members on true');
	expect(rows).toEqual([]);
	await other.context().close();
});

test('what members see is closed to strangers, and answers carry what protects them', async ({
	app,
	request
}) => {
	for (const path of ['/', '/contacts', '/settings', '/settings/export', '/members', '/post-box']) {
		const answer = await request.get(path, { maxRedirects: 0 });
		expect(answer.status(), path).toBe(303);
		expect(answer.headers()['location'], path).toBe('/welcome');
	}
	const posted = await request.post('/settings?/erase', {
		form: { password },
		headers: { origin: app.url, accept: 'text/html' },
		maxRedirects: 0
	});
	expect(posted.status()).toBe(303);
	const headers = (await request.get('/welcome')).headers();
	expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+'/);
	expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
	expect(headers).toMatchObject({
		'cache-control': 'private, no-store',
		'referrer-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
		'x-robots-tag': 'noindex, nofollow'
	});
});

test.describe('on a server open to all', () => {
	test.use({ appEnv: { SIGN_UP: 'open' } });

	test('an account begins once its e-mail is confirmed, and sign-up tells nobody who has one', async ({
		app,
		page,
		browser
	}) => {
		await page.goto('/sign-up');
		await fillSignUp(page, 'Kathy Arnaud', 'kathy@example.com');
		await expect(page.getByText('Nous avons écrit à kathy@example.com')).toBeVisible();
		await page.goto('/sign-in');
		await signIn(page, 'kathy@example.com', password);
		await expect(page.getByText('Merci de confirmer d’abord')).toBeVisible();
		await page.goto(await mailedLink(app, 'kathy@example.com'));
		await page.getByLabel('Mot de passe', { exact: true }).fill('pas le bon mot');
		await page.getByRole('button', { name: 'Oui, c’est la mienne' }).click();
		await expect(page.getByText('Ce n’est pas votre mot de passe')).toBeVisible();
		await page.getByLabel('Mot de passe', { exact: true }).fill(password);
		await page.getByRole('button', { name: 'Oui, c’est la mienne' }).click();
		await expect(page).toHaveURL(app.url + '/');

		const second = await visit(browser, app);
		await second.goto('/sign-up');
		await fillSignUp(second, 'Eve', 'kathy@example.com');
		await expect(second.getByText('Nous avons écrit à kathy@example.com')).toBeVisible();
		const told = await app.smtp.waitForMail(({ parsed }) =>
			/déjà un compte/.test(parsed.subject ?? '')
		);
		expect(told.to).toEqual(['kathy@example.com']);
		await second.context().close();
	});
});

async function visit(browser: Browser, app: RunningApp, options: BrowserContextOptions = {}) {
	const context = await browser.newContext({ baseURL: app.url, locale: 'fr-FR', ...options });
	return context.newPage();
}

async function fillSignUp(page: Page, name: string, email: string) {
	await page.getByLabel('Votre nom').fill(name);
	await page.getByLabel('E-mail').fill(email);
	await page.getByLabel('Mot de passe', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Créer mon compte' }).click();
}

async function signUpFirst(page: Page) {
	await page.goto('/sign-up');
	await fillSignUp(page, 'Kathy Arnaud', 'kathy@example.com');
	await page.waitForURL((url) => url.pathname === '/');
}

async function signIn(page: Page, email: string, word: string) {
	const form = page.locator('form[action="?/password"]');
	await form.getByLabel('E-mail').fill(email);
	await form.getByLabel('Mot de passe', { exact: true }).fill(word);
	await form.getByRole('button', { name: 'Me connecter' }).click();
}

async function askForLink(page: Page, email: string) {
	await page.goto('/sign-in');
	const form = page.locator('form[action="?/link"]');
	await form.getByLabel('E-mail').fill(email);
	await form.getByRole('button', { name: 'M’envoyer un lien' }).click();
	await expect(page.getByText(`Si ${email} a un compte ici`)).toBeVisible();
}

/** The link in the mail to this address, read back from the mail server. */
async function mailedLink(app: RunningApp, to: string, subject = /./): Promise<string> {
	const mail = await app.smtp.waitForMail(
		(one) => one.to.includes(to) && subject.test(one.parsed.subject ?? '')
	);
	const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
	if (!link) throw new Error('The mail holds no link.');
	return link;
}

async function expectAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`)).toEqual([]);
}
