import type { Page } from '@playwright/test';
import { fillBook } from '../support/large-book.ts';
import { expect, joinByMail, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

test('Kathy sees ten thousand contacts at once, finds one of them, and opens it from the keyboard', async ({
	app,
	meet
}) => {
	// Ten thousand dots are drawn without a graphics card here.
	test.setTimeout(240_000);
	const page = await meet();
	await signUp(page, 'Kathy Arnaud', 'kathy@example.com');
	await fillBook(app.pool, 'Kathy Arnaud', 10_000);
	const scripts = drawingScripts(page);
	await visit(page, '/contacts');
	await page.getByRole('link', { name: 'Carte' }).click();
	const map = page.getByRole('application', { name: /^Carte de vos contacts : 10 000 personnes/ });
	await expect(map).toBeVisible();
	expect(await scripts.onOthers(), 'what draws is fetched by no other screen').toBe(0);
	expect(await scripts.onMap()).toBeGreaterThan(0);
	const data = await page.request.get('/contacts/map/all');
	expect((await data.body()).byteLength).toBeLessThan(1_000_000);
	await expectGoodScreen(page, 'fr', 'map-1280-light');

	await page.getByLabel('Montrer').selectOption('une réponse quasi certaine');
	await expect(page.locator('#list').getByRole('status')).not.toHaveText('10 000 personnes');
	await page.getByLabel('Montrer').selectOption('tous les liens');
	const field = page.getByRole('searchbox');
	const count = page.locator('#list').getByRole('status');
	await expect(count).toHaveText('10 000 personnes');
	await field.fill('faure');
	await expect(count).not.toHaveText('10 000 personnes');
	await expect(field).toBeFocused();
	await page.keyboard.type(' 1284');
	const found = page.getByRole('group', { name: 'Aller à' }).getByRole('button');
	await expect(found).toHaveCount(1);
	await expect(page.locator('#list').getByRole('link', { name: /Faure 1284/ })).toBeVisible();
	const name = (await found.textContent())?.trim() ?? '';
	await found.press('Enter');
	const card = page.getByRole('group', { name: 'Sur la carte' });
	await expect(card).toContainText(name);
	await expect(card).toContainText(/Réponse|Lien/);
	await expectGoodScreen(page, 'fr', 'map-found-1280');
	await map.focus();
	for (const key of ['ArrowLeft', '+', '-', 'ArrowUp', '0', 'Escape'])
		await page.keyboard.press(key);
	await expect(card).toBeHidden();
	await found.press('Enter');
	expect(page.url()).not.toContain('faure');
	await card.getByRole('link', { name: 'Ouvrir la fiche' }).press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	await page.goBack();
	await expect(field).toHaveValue('faure 1284');
	await expect(count).toHaveText('1 personne');

	await page.setViewportSize({ width: 360, height: 740 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await visit(page, '/contacts/map');
	await expect(map).toBeVisible();
	await expectGoodScreen(page, 'fr', 'map-360-dark');
});

test('without scripts or without WebGL, in English, the list says what the map shows', async ({
	app,
	meet
}) => {
	const plain = await meet({ javaScriptEnabled: false, locale: 'en-GB' });
	await plain.goto('/sign-up');
	await plain.locator('input[name=name]').fill('Dean Morgan');
	await plain.locator('input[name=email]').fill('dean@example.com');
	await plain.locator('input[name=password]').fill('une phrase bien longue');
	await plain.locator('input[name=password]').press('Enter');
	await expect(plain).toHaveURL(`${app.url}/`);
	await plain.goto('/contacts/map');
	await expect(plain.getByText('All your contacts at one glance')).toBeVisible();

	await fillBook(app.pool, 'Dean Morgan', 60);
	await plain.goto('/contacts/map');
	await expect(plain.getByRole('application')).toBeHidden();
	await expect(plain.locator('#list').getByRole('status')).toHaveText('60 people');
	await plain.getByRole('button', { name: 'Next page' }).click();
	await expect(plain.getByRole('heading', { level: 3 }).last()).toContainText('Without a company');
	await plain.locator('input[name=q]').fill('menhir');
	await plain.getByRole('button', { name: 'Show' }).click();
	await expect(plain.getByRole('heading', { level: 3 }).first()).toContainText('Menhir');
	expect(plain.url()).not.toContain('menhir');
	await plain.locator('#list').getByRole('listitem').first().getByRole('link').click();
	await expect(plain).toHaveURL(/\/contacts\/[0-9a-f-]{36}$/);

	const old = await meet({ locale: 'en-GB' });
	await old.context().addCookies(await plain.context().cookies());
	await old.addInitScript(() => {
		const context = HTMLCanvasElement.prototype.getContext;
		Object.assign(HTMLCanvasElement.prototype, {
			getContext(this: HTMLCanvasElement, kind: string) {
				return kind === '2d' ? context.call(this, kind) : null;
			}
		});
	});
	await visit(old, '/contacts/map');
	await expect(old.getByText('This browser cannot draw the map.')).toBeVisible();
	await expect(old.locator('#list').getByRole('status')).toHaveText('60 people');
	await expectGoodScreen(old, 'en', 'map-not-drawn-1280');

	const small = await meet({ locale: 'en-GB' });
	await small.context().addCookies(await plain.context().cookies());
	await visit(small, '/contacts/map');
	await expect(small.getByRole('application')).toBeVisible();
	await everyScreen(small);
});

test('nobody but its owner reads a map', async ({ app, meet }) => {
	const kathy = await meet();
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await fillBook(app.pool, 'Kathy Arnaud', 5);
	const { rows } = await app.pool.query<{ id: string }>('select id from contacts limit 1');
	const tie = `/contacts/map/tie/${rows[0]?.id ?? ''}`;
	expect((await kathy.request.get(tie)).status()).toBe(200);
	const dean = await meet();
	await app.pool.query(`update communities set kind = 'group'`);
	await joinByMail(app, kathy, dean, { name: 'Dean Morgan', email: 'dean@example.com' });
	expect((await dean.request.get(tie)).status()).toBe(404);
	const map = await dean.request.get('/contacts/map/all');
	expect(await map.json()).toMatchObject({ ids: [], names: [], companies: [] });
	await visit(dean, '/contacts/map');
	await expectGoodScreen(dean, 'fr', 'map-empty-1280');
	const stranger = await meet();
	for (const path of [tie, '/contacts/map/all', '/contacts/map']) {
		const answer = await stranger.request.get(path, { maxRedirects: 0 });
		expect(answer.status(), path).toBe(303);
	}
});

/** How many of the scripts that come draw with WebGL: before the map is opened, and from then on. */
function drawingScripts(page: Page) {
	const counted = { others: [] as Promise<boolean>[], map: [] as Promise<boolean>[] };
	page.on('response', (response) => {
		if (!new URL(response.url()).pathname.endsWith('.js')) return;
		const isMap = new URL(page.url()).pathname === '/contacts/map';
		const draws = response.text().then((text) => text.includes('Sigma: Container'));
		counted[isMap ? 'map' : 'others'].push(draws.catch(() => false));
	});
	return { onOthers: () => count(counted.others), onMap: () => count(counted.map) };
}

async function count(some: Promise<boolean>[]): Promise<number> {
	return (await Promise.all(some)).filter(Boolean).length;
}

async function everyScreen(page: Page): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		for (const width of [1280, 360]) {
			await page.setViewportSize({ width, height: 740 });
			await expectGoodScreen(page, 'en', `map-small-${width}-${colorScheme}`);
		}
	}
}
