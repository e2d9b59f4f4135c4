import type { Page } from '@playwright/test';
import { expect, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

const person = async (page: Page, given: string, family: string, company: string, email = '') => {
	await visit(page, '/contacts/new');
	await page.locator('input[name=givenName]').fill(given);
	await page.locator('input[name=familyName]').fill(family);
	await page.locator('input[name=company]').fill(company);
	if (email) await page.locator('input[type=email]').first().fill(email);
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${given} ${family}`);
};

/** Until the book has been looked through. */
const waitForPairs = (page: Page, said: string) =>
	expect(async () => {
		await page.goto('/contacts');
		await expect(page.getByText(said)).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 40_000 });

test('Kathy is asked who is one person, answers by the keyboard, and takes an answer back', async ({
	meet
}) => {
	test.setTimeout(180_000);
	const page = await meet();
	await signUp(page, 'Kathy Martin', 'kathy@example.com');
	for (const [given, family] of [
		['Anne', 'Roy'],
		['Paul', 'Zeller'],
		['Lucie', 'Faure']
	])
		await person(page, given ?? '', family ?? '', 'Beta');
	await person(page, 'Aurélien', 'Kerzreho', 'ACME');
	await person(page, 'Aurelien', 'Kerzreho', 'ACME');
	await waitForPairs(page, '1 paire à regarder');
	await page.getByRole('link', { name: '1 paire à regarder' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Est-ce la même personne');
	await expect(page.getByText(/même nom/i)).toBeVisible();
	await expectGoodScreen(page, 'fr', 'review-1280');
	await page.setViewportSize({ width: 360, height: 740 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectGoodScreen(page, 'fr', 'review-360-dark');
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.emulateMedia({ colorScheme: 'light' });

	await page.keyboard.press('n');
	await expect(page.getByText('la question ne sera plus posée')).toBeVisible();
	await page.keyboard.press('u');
	await expect(page.getByRole('button', { name: 'Oui, la même' })).toBeVisible();
	await page.keyboard.press('y');
	await expect(page.getByText('une seule fiche à présent')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'review-joined');
	await page.getByRole('link', { name: 'Tout ce qui a été rapproché' }).click();
	await page.getByRole('link', { name: 'Aurélien Kerzreho et Aurelien Kerzreho' }).click();
	await expect(page.getByText('Aurelien Kerzreho, écrite à la main')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'contact-joined');
	await page.getByRole('button', { name: 'Séparer à nouveau' }).click();
	await expect(page.getByText('Cette fiche en réunit plusieurs')).toBeHidden();
	await page.goto('/contacts?q=kerzreho');
	await expect(page.getByText('2 contacts trouvés').first()).toBeVisible();
});

test('without scripts Kathy joins two contacts by hand and separates them', async ({ meet }) => {
	const page = await meet({ javaScriptEnabled: false });
	await page.goto('/sign-up');
	await page.locator('input[name=name]').fill('Kathy Martin');
	await page.locator('input[name=email]').fill('kathy@example.com');
	await page.locator('input[name=password]').fill('une phrase bien longue');
	await page.locator('input[name=password]').press('Enter');
	for (const family of ['Morgan', 'Morganson']) {
		await page.goto('/contacts/new');
		await page.locator('input[name=givenName]').fill('Dean');
		await page.locator('input[name=familyName]').fill(family);
		await page.getByRole('button', { name: 'Enregistrer' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Dean ${family}`);
	}
	await page.getByText('C’est la même personne que').click();
	const form = page.locator('form[action="?/join"]');
	await form.locator('input[name=same]').fill('Nobody Known');
	await form.getByRole('button', { name: 'Réunir' }).click();
	await expect(page.getByText('Choisissez une personne dans la liste')).toBeVisible();
	await form.locator('input[name=same]').fill('dean morgan');
	await form.getByRole('button', { name: 'Réunir' }).click();
	await expect(page.getByText('Dean Morgan, écrite à la main')).toBeVisible();
	await page.goto('/contacts/joins');
	await page.getByRole('button', { name: 'Séparer à nouveau' }).click();
	await expect(page.getByText('Aucune fiche n’a été réunie')).toBeVisible();
	await page.getByRole('link', { name: 'Vos réponses' }).click();
	await expect(page.getByText('deux personnes')).toBeVisible();
	await page.getByRole('button', { name: 'Revenir sur ce choix' }).click();
	await expect(page.getByText('la question pourra revenir')).toBeVisible();
});
