import type { Page } from '@playwright/test';
import { expect, joinByMail, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

interface Typed {
	given: string;
	family: string;
	company: string;
	position?: string;
	email: string;
	sharing?: string;
}

async function add(page: Page, one: Typed): Promise<string> {
	await visit(page, '/contacts/new');
	await page.locator('input[name=givenName]').fill(one.given);
	await page.locator('input[name=familyName]').fill(one.family);
	await page.locator('input[name=company]').fill(one.company);
	await page.locator('input[name=position]').fill(one.position ?? '');
	await page.locator('input[name=email]').first().fill(one.email);
	if (one.sharing) await page.locator('select[name=sharing]').selectOption(one.sharing);
	await page.locator('button.primary').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${one.given} ${one.family}`);
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function shareBook(page: Page, level: string): Promise<void> {
	await visit(page, '/settings/sharing');
	await page.locator(`input[name=sharing][value=${level}]`).check();
	await page.locator('form button.primary').click();
	await expect(page.getByText('C’est en vigueur')).toBeVisible();
}

/** Both languages and widths, light and dark. */
async function everyWay(page: Page, name: string): Promise<void> {
	await expectGoodScreen(page, 'fr', `${name}-1280`);
	await page.setViewportSize({ width: 360, height: 740 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectGoodScreen(page, 'fr', `${name}-360-dark`);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.emulateMedia({ colorScheme: 'light' });
}

/** Without scripts axe cannot look; a picture is kept all the same. */
async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env['SHOTS'];
	if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const pierre = {
	given: 'Pierre',
	family: 'Yvon',
	company: 'Entreprise X',
	position: 'Directeur financier',
	email: 'pierre.yvon@example.org'
};

test('Kathy types "Pierre Yvon", is asked whether it is the one Dean and Léa know, says yes and sends', async ({
	app,
	meet
}) => {
	test.setTimeout(240_000);
	const [dean, lea, kathy] = [await meet(), await meet(), await meet()];
	await signUp(dean, 'Dean Groves', 'dean@example.com');
	await joinByMail(app, dean, lea, { name: 'Léa Roux', email: 'lea@example.com' });
	await joinByMail(app, dean, kathy, { name: 'Kathy Arnaud', email: 'kathy@example.com' });
	const deans = await add(dean, pierre);
	await add(dean, {
		given: 'Nadia',
		family: 'Benhaddou',
		company: 'Entreprise X',
		email: 'nadia@example.org',
		sharing: 'blind'
	});
	await add(lea, { ...pierre, company: 'Entreprise X SA' });
	await shareBook(dean, 'visible');
	await shareBook(lea, 'visible');

	await test.step('the list shows Pierre once, known to both', async () => {
		await expect(async () => {
			await visit(kathy, '/community');
			await expect(kathy.getByText('Dean Groves et Léa Roux connaissent')).toBeVisible({
				timeout: 500
			});
		}).toPass({ timeout: 30_000 });
		await expect(kathy.locator('.lines > li')).toHaveCount(1);
		await everyWay(kathy, 'known-list');
		await kathy.getByRole('link', { name: 'Pierre Yvon' }).click();
		await expect(kathy.getByText('Qui d’autre connaît Pierre Yvon')).toBeVisible();
		await everyWay(kathy, 'known-person');
	});

	await test.step('a new request asks who is meant', async () => {
		await visit(kathy, '/requests/new');
		await kathy.locator('input[name=connector]').fill('Dean Groves');
		await kathy.locator('input[name=connector_email]').fill('dean@example.com');
		const target = kathy.locator('input[name=target]').first();
		await target.fill('nadia benhaddou');
		await target.fill('yvon pierre');
		await expect(kathy.getByText('Est-ce Pierre Yvon').last()).toBeVisible();
		await expect(kathy.locator('main')).not.toContainText('Nadia');
		await target.press('Escape');
		await everyWay(kathy, 'typed-asked');
		await kathy.getByRole('button', { name: 'Oui, c’est bien cela' }).click();
		await expect(target).toHaveValue('Pierre Yvon');
		await expect(kathy.locator('input[name=target_company]').first()).toHaveValue(/^Entreprise X/);
		await expect(
			kathy.getByText('C’est Pierre Yvon, que Dean Groves et Léa Roux connaissent')
		).toBeVisible();
		await everyWay(kathy, 'typed-chosen');
		await kathy.locator('textarea[name=reason]').fill('J’aimerais son avis sur mon projet.');
		await kathy.locator('form button.primary').click();
		await expect(kathy).toHaveURL(/\/write$/);
		await kathy.locator('form button.primary').click();
		await expect(kathy).toHaveURL(/\/preview$/);
		await kathy.locator('form button.primary').click();
		await expect(kathy).toHaveURL(/\?sent=mail/);
		await app.smtp.waitForMail(
			(one) => one.to.includes('dean@example.com') && /Pierre Yvon/.test(one.text)
		);
	});

	await test.step('her own contact is that person from now on', async () => {
		await visit(kathy, '/contacts?q=pierre');
		await kathy
			.getByRole('link', { name: /Pierre Yvon/ })
			.first()
			.click();
		await expect(kathy.getByText('Qui d’autre connaît Pierre Yvon')).toBeVisible();
		await expect(kathy.locator('section', { hasText: 'Qui d’autre' })).toContainText('Léa Roux');
		await everyWay(kathy, 'known-contact');
		await kathy.getByRole('link', { name: 'Demander à Léa Roux' }).click();
		await expect(kathy.locator('input[name=target]').first()).toHaveValue('Pierre Yvon');
		await expect(kathy.locator('input[name=connector_member]')).toHaveCount(1);
		await everyWay(kathy, 'typed-opened');
		await kathy.locator('form button.primary').click();
		await expect(kathy).toHaveURL(/\/write$/);
		await kathy.locator('form button.primary').click();
		await expect(kathy.locator('main')).not.toContainText('lea@example.com');
		await everyWay(kathy, 'typed-preview');
	});

	await test.step('who is not signed in learns nothing', async () => {
		const nobody = await meet();
		const answer = await nobody.request.post('/contacts/known', {
			data: { name: 'Pierre Yvon' },
			maxRedirects: 0
		});
		expect(answer.status()).toBe(303);
		expect((await nobody.request.get(`/community/${deans}`, { maxRedirects: 0 })).status()).toBe(
			303
		);
		const nothing = {
			data: { name: 'Nadia Benhaddou', company: 'Entreprise X', email: 'nadia@example.org' }
		};
		expect(await (await kathy.request.post('/contacts/known', nothing)).text()).toBe('[]');
	});
});

test('without scripts a button asks, and the answers are buttons', async ({ app, meet }) => {
	test.setTimeout(180_000);
	const dean = await meet();
	const kathy = await meet({ javaScriptEnabled: false, locale: 'en-GB' });
	const joining = await meet({ locale: 'en-GB' });
	await signUp(dean, 'Dean Groves', 'dean@example.com');
	await add(dean, pierre);
	await shareBook(dean, 'visible');
	await joinByMail(app, dean, joining, { name: 'Kathy Arnaud', email: 'kathy@example.com' });
	await kathy.context().addCookies(await joining.context().cookies());
	await kathy.goto('/contacts/new');
	await kathy.locator('input[name=givenName]').fill('Pierre');
	await kathy.locator('input[name=familyName]').fill('Yvon');
	await kathy.getByRole('button', { name: 'Do members know this person?' }).click();
	await expect(kathy.getByText('Is this Pierre Yvon, whom Dean Groves knows?')).toBeVisible();
	await picture(kathy, 'typed-contact-plain');
	await kathy.getByRole('button', { name: 'Yes, it is' }).click();
	await expect(kathy.locator('input[name=company]')).toHaveValue('Entreprise X');
	await picture(kathy, 'typed-contact-chosen');
	await kathy.locator('button.primary').click();
	await expect(kathy.getByText('Who else knows Pierre Yvon?')).toBeVisible();
	await picture(kathy, 'known-contact-en');

	await kathy.goto('/requests/new');
	await kathy.locator('input[name=connector]').fill('Anne Lebrun');
	await kathy.locator('input[name=target]').first().fill('Pierre Yvon');
	await kathy.getByRole('button', { name: 'Do members know these people?' }).click();
	await expect(kathy.getByText('Is this Pierre Yvon, already among your contacts?')).toBeVisible();
	await kathy.getByRole('button', { name: 'No, somebody else' }).click();
	await expect(kathy.getByText('No member shows somebody of this name.')).toBeVisible();
	await picture(kathy, 'typed-request-plain');

	await visit(joining, '/requests/new');
	await joining.locator('input[name=target]').first().fill('pierre yvon');
	await expect(joining.getByText('Is this Pierre Yvon').last()).toBeVisible();
	await joining.locator('input[name=target]').first().press('Escape');
	await expectGoodScreen(joining, 'en', 'typed-asked-en');
	await visit(joining, '/community');
	await expectGoodScreen(joining, 'en', 'known-list-en');
});
