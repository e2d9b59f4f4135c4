import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { passDays, settled } from '../support/clock.ts';
import { expect, joinByMail, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

const narrow = { width: 360, height: 800 };
const wide = { width: 1280, height: 900 };

test('Dean’s month is full: Kathy’s letter waits, leaves by itself, and nobody is asked twice', async ({
	app,
	meet
}) => {
	const { kathy, dean } = await threeMembers(app, meet);
	await acceptsOneForAJob(dean);

	// What it is for is refused before a letter is written.
	await begin(app, kathy, 'dean@example.com', 'Pierre Yvon');
	await kathy.locator('select[name=goal]').selectOption('investor');
	await kathy.locator('form button.primary').click();
	await expect(kathy.locator('.error')).toContainText('n’accepte que des demandes pour un emploi');
	await everyScreen(kathy, 'peace-not-for-this');
	await kathy.locator('select[name=goal]').selectOption('job');
	await toPreview(kathy);
	await send(kathy);

	// The one place of the month is taken.
	await begin(app, kathy, 'dean@example.com', 'Paul Zeller');
	await kathy.locator('form button.primary').click();
	await expect(kathy.locator('.notice')).toContainText('a reçu assez de demandes ce mois-ci');
	await everyScreen(kathy, 'peace-write');
	await kathy.locator('form button.primary').click();
	await expect(kathy).toHaveURL(/\/preview$/);
	await everyScreen(kathy, 'peace-full');
	await kathy.getByRole('button', { name: /L’envoyer le 1er/ }).click();
	await expect(kathy.locator('.notice')).toContainText('Cette lettre partira le 1er');
	await everyScreen(kathy, 'peace-waits');
	await visit(kathy, '/introductions');
	await expect(kathy.locator('main')).toContainText('Votre lettre à Dean partira le 1er');
	await everyScreen(kathy, 'peace-list');

	await passDays(app, 31);
	await settled(app);
	await app.smtp.waitForMail((one) => one.to.includes('dean@example.com') && /Paul/.test(one.text));
	await visit(dean, '/');
	await expect(dean.locator('main')).toContainText('Paul Zeller');
	await visit(kathy, '/introductions');
	await expect(kathy.locator('main')).not.toContainText('partira le');

	// Somebody else for the same person: only knowingly.
	await begin(app, kathy, 'anne@example.com', 'Pierre Yvon');
	await toPreview(kathy);
	await expect(kathy.locator('.notice')).toContainText('Dean s’occupe déjà');
	await everyScreen(kathy, 'peace-several');
	await kathy.locator('input[name=several]').check();
	await send(kathy);

	// Dean again for the same person: never.
	await begin(app, kathy, 'dean@example.com', 'Pierre Yvon');
	await toPreview(kathy);
	await expect(kathy.locator('.notice').first()).toContainText('Vous avez déjà demandé à Dean');
	await expect(kathy.locator('button.primary')).toHaveCount(0);
	await everyScreen(kathy, 'peace-before');
	await kathy.getByRole('link', { name: 'Voir où cela en est' }).first().click();
	await expect(kathy).toHaveURL(/\/introductions\//);
});

test('Kathy takes a waiting letter back and changes it', async ({ app, meet }) => {
	const { kathy, dean } = await threeMembers(app, meet);
	await acceptsOneForAJob(dean);
	await begin(app, kathy, 'dean@example.com', 'Pierre Yvon');
	await kathy.locator('select[name=goal]').selectOption('job');
	await toPreview(kathy);
	await send(kathy);
	await begin(app, kathy, 'dean@example.com', 'Paul Zeller');
	await toPreview(kathy);
	await kathy.getByRole('button', { name: /L’envoyer le 1er/ }).click();
	await kathy.getByRole('button', { name: 'La reprendre' }).click();
	await expect(kathy).toHaveURL(/\/write\?taken_back/);
	await expect(kathy.locator('.notice').first()).toContainText('de nouveau un brouillon');
	await kathy.locator('textarea[name=letter]').fill('Cher Dean, d’autres mots.');
	await kathy.locator('form button.primary').click();
	await expect(kathy.locator('main')).toContainText('d’autres mots');
	await passDays(app, 31);
	await kathy.reload();
	await expect(kathy.locator('button.primary')).toContainText('Envoyer');
});

type Meet = Parameters<Parameters<typeof test>[2]>[0]['meet'];

async function threeMembers(app: RunningApp, meet: Meet) {
	const [kathy, dean, anne] = [await meet(), await meet(), await meet()];
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await joinByMail(app, kathy, dean, { name: 'Dean Groves', email: 'dean@example.com' });
	await joinByMail(app, kathy, anne, { name: 'Anne Lefort', email: 'anne@example.com' });
	return { kathy, dean, anne };
}

async function acceptsOneForAJob(dean: Page): Promise<void> {
	await visit(dean, '/settings');
	await dean.getByRole('link', { name: 'Combien de demandes vous acceptez' }).click();
	await everyScreen(dean, 'peace-settings');
	for (const box of await dean.locator('input[name=goal]').all()) await box.uncheck();
	await dean.locator('select[name=monthly]').selectOption('1');
	await dean.locator('form button.primary').click();
	await expect(dean.locator('.error')).toContainText('Cochez au moins une case');
	await dean.locator('input[name=goal][value=job]').check();
	await dean.locator('input[name=goal][value=other]').check();
	await dean.locator('select[name=monthly]').selectOption('1');
	await dean.locator('form button.primary').click();
	await expect(dean.locator('blockquote')).toContainText('pour un emploi et autre chose');
	await everyScreen(dean, 'peace-settings-kept');
}

/** The new request, to a member, for somebody typed; nothing is sent off yet. */
async function begin(app: RunningApp, page: Page, email: string, target: string): Promise<void> {
	const { rows } = await app.pool.query<{ id: string }>('select id from members where email = $1', [
		email
	]);
	await visit(page, `/requests/new?member=${rows[0]?.id}`);
	await page.locator('input[name=target]').first().fill(target);
	await page.keyboard.press('Escape');
	await page.locator('textarea[name=reason]').fill('J’aimerais avoir son avis sur mon projet.');
}

async function toPreview(page: Page): Promise<void> {
	if (page.url().includes('/new')) await page.locator('form button.primary').click();
	await expect(page).toHaveURL(/\/write/);
	await page.locator('form button.primary').click();
	await expect(page).toHaveURL(/\/preview$/);
}

async function send(page: Page): Promise<void> {
	await page.locator('form button.primary').click();
	await expect(page).toHaveURL(/sent=mail/);
}

/** Wide and narrow, light and dark. */
async function everyScreen(page: Page, name: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		for (const [size, viewport] of Object.entries({ wide, narrow })) {
			await page.setViewportSize(viewport);
			await expectGoodScreen(page, 'fr', `${name}-${size}-${colorScheme}`);
		}
	}
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize(wide);
}
