import type { Page } from '@playwright/test';
import { expect, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

const works = async (page: Page, family: string, company: string) => {
	await visit(page, '/contacts/new');
	await page.locator('input[name=givenName]').fill('Anne');
	await page.locator('input[name=familyName]').fill(family);
	await page.locator('input[name=company]').fill(company);
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Anne ${family}`);
};

test('Kathy finds each company once, takes one name out of it, joins another, and undoes both', async ({
	meet
}) => {
	test.setTimeout(120_000);
	const page = await meet();
	await signUp(page, 'Kathy Martin', 'kathy@example.com');
	for (const [family, company] of [
		['Roy', 'ACME'],
		['Faure', 'Acme SAS'],
		['Zeller', 'Acme France'],
		['Kerzreho', 'Menhir Digital'],
		['Morgan', 'ACME Bank']
	])
		await works(page, family ?? '', company ?? '');

	await visit(page, '/contacts');
	await page.getByRole('link', { name: 'Entreprises' }).click();
	await expect(page.getByText('3 entreprises')).toBeVisible();
	await expect(page.getByText('s’écrit aussi Acme SAS et Acme France')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'companies-1280');
	await page.getByRole('searchbox').fill('acme sas');
	await expect(page.getByText('1 entreprise', { exact: true })).toBeVisible();
	await page.getByRole('link', { name: 'ACME' }).click();
	await expect(page.getByText('3 personnes')).toBeVisible();
	await expect(page.getByText('Une branche du même groupe que ACME')).toBeVisible();
	await expect(page.getByRole('link', { name: /^Anne/ })).toHaveCount(3);
	await page.getByRole('link', { name: 'Anne Faure' }).click();
	await page.getByRole('link', { name: 'Acme SAS', exact: true }).click();
	await expect(page.getByText('3 personnes')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'company-1280');
	await page.setViewportSize({ width: 360, height: 740 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectGoodScreen(page, 'fr', 'company-360-dark');

	await page.getByRole('button', { name: 'Acme France : pas la même entreprise' }).click();
	await expect(page.getByText('Acme France est à présent une entreprise à part.')).toBeVisible();
	await expect(page.getByText('2 personnes')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'company-apart-360-dark');
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(page.getByText('3 personnes')).toBeVisible();

	await page.getByText('Un autre nom est la même entreprise').click();
	await page.getByLabel('L’autre nom').fill('Nobody SA');
	await page.getByRole('button', { name: 'C’est la même' }).click();
	await expect(page.getByText('Aucun de vos contacts ne travaille')).toBeVisible();
	await expect(page.getByLabel('L’autre nom')).toHaveValue('Nobody SA');
	await page.getByLabel('L’autre nom').fill('menhir digital');
	await page.getByRole('button', { name: 'C’est la même' }).click();
	await expect(page.getByText('Menhir Digital est à présent la même entreprise.')).toBeVisible();
	await expect(page.getByText('4 personnes')).toBeVisible();
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(page.getByText('3 personnes')).toBeVisible();
	await visit(page, '/contacts/companies');
	await expectGoodScreen(page, 'fr', 'companies-360-dark');
});

test('without scripts, in English, a name is taken out of a company and put back', async ({
	meet
}) => {
	const page = await meet({ javaScriptEnabled: false, locale: 'en-GB' });
	await page.goto('/sign-up');
	await page.locator('input[name=name]').fill('Kathy Martin');
	await page.locator('input[name=email]').fill('kathy@example.com');
	await page.locator('input[name=password]').fill('une phrase bien longue');
	await page.locator('input[name=password]').press('Enter');
	for (const company of ['Acme', 'Acme France']) {
		await page.goto('/contacts/new');
		await page.locator('input[name=givenName]').fill('Dean');
		await page.locator('input[name=familyName]').fill('Morgan');
		await page.locator('input[name=company]').fill(company);
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dean Morgan');
	}
	await page.goto('/contacts/company?name=acme');
	await page.getByRole('button', { name: 'not the same company' }).click();
	await expect(page.getByText('You keep apart')).toBeVisible();
	await page.getByRole('button', { name: 'put together again' }).click();
	await expect(page.getByText('2 people')).toBeVisible();
	await page.goto('/contacts/company?name=nobody');
	await expect(page.getByText('No company found')).toBeVisible();
});
