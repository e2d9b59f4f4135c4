import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { expect, test } from '../support/journey.ts';

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const linkedin = 'https://www.linkedin.com/in/';
const connections = `Notes:\n"When exporting, some addresses are missing."\n\n${header}Dean,Morgan,${linkedin}dean-morgan,dean@example.com,ACME,Directeur financier,04 Mar 2015
Élodie,Lefèvre,${linkedin}elodie,,Société Générale,Juriste,12 Jan 2020
Anne,Roy,${linkedin}anne-roy,,Beta,,01 Jul 2019\n,,,,,,\n`;

test('Kathy imports her connections, finds Dean by the keyboard, and notes that he knows Pierre', async ({
	page
}) => {
	await signUp(page, 'kathy@example.com');
	await page.goto('/contacts');
	await expect(page.getByText('Les gens que vous connaissez')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Importer' }).click();
	await expect(page.getByText('Où les trouver')).toBeVisible();
	await give(page, 'photo.csv', 'a,b\n1,2\n');
	await expect(page.getByText('Nous ne reconnaissons pas ce fichier')).toBeVisible();
	await expectAccessible(page);
	await give(page, 'Connections.csv', connections);
	await expect(page.getByRole('heading', { name: '4 lignes lues' })).toBeVisible();
	await expect(page.getByText('Aucun nom')).toBeVisible();
	await expectAccessible(page);
	const saved = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Toutes, en CSV' }).click();
	expect((await saved).suggestedFilename()).toBe('refused.csv');

	await page.getByRole('link', { name: 'Voir mes contacts' }).click();
	await expect(page.getByRole('link', { name: 'Dean Morgan' })).toBeVisible();
	await page.keyboard.press('/');
	await page.keyboard.type('lefev gene');
	await expect(page.getByRole('link', { name: 'Dean Morgan' })).toBeHidden();
	await expect(page.getByRole('link', { name: 'Élodie Lefèvre' })).toBeVisible();
	await page.getByRole('searchbox').fill('morg');
	await expect(page.getByRole('link', { name: 'Dean Morgan' })).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dean Morgan');
	await expect(page.getByText('en relation depuis mars 2015').first()).toBeVisible();
	await expect(page.getByText('Importé de Connections.csv')).toBeVisible();
	await page.getByText('Noter qui Dean Morgan connaît').click();
	const known = page.locator('form[action="?/known"]');
	await known.getByLabel('Qui').fill('Pierre Yvon');
	await page.getByText('Pierre Yvon').last().click();
	await known.getByLabel('Comment ils se connaissent').fill('Collègues chez ACME');
	await known.getByRole('button', { name: 'Noter' }).click();
	await page.getByRole('link', { name: 'Pierre Yvon', exact: true }).click();
	await expect(page.getByRole('list', { name: /Vous → Dean Morgan → Pierre Yvon/ })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Demander à Dean Morgan de nous présenter' }).click();
	await expect(page).toHaveURL(/\/requests\/new\?connector=[0-9a-f-]+&target=[0-9a-f-]+$/);
});

test('Kathy writes a contact, is told beside the field what is wrong, deletes it and takes that back', async ({
	page
}) => {
	await signUp(page, 'kathy@example.com');
	await page.goto('/contacts/new');
	await page.getByLabel('Prénom').fill('Paul');
	await page.getByLabel('E-mail').fill('paul@');
	await page.getByLabel('Téléphone').fill('06 39 98 12 34');
	await page.getByLabel('Date de la rencontre').fill('mars 2011');
	await page.getByRole('button', { name: 'Un autre e-mail' }).click();
	await page.getByLabel('E-mail 2').fill('paul.zeller@example.org');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('Ce n’est pas une adresse e-mail')).toBeVisible();
	await expect(page.getByLabel('E-mail (facultatif)')).toHaveValue('paul@');
	await expectAccessible(page);
	await page.getByLabel('E-mail (facultatif)').fill('paul@example.com');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('link', { name: '+33 6 39 98 12 34' })).toBeVisible();
	await expect(page.getByText('rencontre en mars 2011').first()).toBeVisible();

	await page.getByRole('button', { name: 'Supprimer ce contact' }).click();
	await expect(page.getByText('Contact supprimé')).toBeVisible();
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paul');
	await expect(page.getByText('Rétabli')).toBeVisible();
});

test.describe('without JavaScript, on a telephone', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, locale: 'en-GB' });

	test('contacts are written, found, imported and joined all the same', async ({ page }) => {
		await signUp(page, 'kathy@example.com');
		await page.goto('/contacts/new');
		await page.getByLabel('First name').fill('Pierre');
		await page.getByLabel('Last name').fill('Yvon');
		await page.getByRole('button', { name: 'Another e-mail' }).click();
		await expect(page.getByLabel('First name')).toHaveValue('Pierre');
		await page.getByLabel('E-mail 2').fill('pierre@example.com');
		await page.getByLabel('First name').press('Enter');
		await expect(page.getByRole('link', { name: 'pierre@example.com' })).toBeVisible();
		await page.goto('/contacts/import');
		await give(page, 'Connections.csv', connections);
		await expect(async () => {
			await page.reload();
			await expect(page.getByRole('heading', { name: '4 rows read' })).toBeVisible({ timeout: 1 });
		}).toPass();
		await page.goto('/contacts');
		await page.getByRole('searchbox').fill('yvon');
		await page.getByRole('button', { name: 'Search', exact: true }).last().click();
		await page.getByRole('link', { name: 'Pierre Yvon' }).click();
		const connector = page.locator('form[action="?/connector"]');
		await connector.getByLabel('Who').fill('dean MORGAN');
		await connector.getByRole('button', { name: 'Note it' }).click();
		await expect(page.getByRole('link', { name: 'Ask Dean Morgan' })).toBeVisible();
		const { scrollWidth, clientWidth } = await page.locator('html').evaluate((html) => html);
		expect(scrollWidth).toBe(clientWidth);
	});
});

test('nobody opens, searches, changes or counts the contacts of another member', async ({
	app,
	browser,
	page
}) => {
	await signUp(page, 'kathy@example.com');
	await page.goto('/contacts/import');
	await give(page, 'Connections.csv', connections);
	await expect(page.getByRole('heading', { name: '4 lignes lues' })).toBeVisible();
	const report = page.url();
	const { rows } = await app.pool.query("select id from contacts where given_name = 'Dean'");
	const contact = `${app.url}/contacts/${rows[0].id}`;
	const context = await browser.newContext({ baseURL: app.url, locale: 'fr-FR' });
	const eve = await context.newPage();
	await join(app, page, eve, 'eve@example.com');
	for (const closed of [contact, `${contact}/edit`, report, `${report}/refused.csv`]) {
		const answer = await eve.request.get(closed);
		expect(answer.status(), closed).toBe(404);
		expect(await answer.text(), closed).not.toContain('Morgan');
	}
	expect(await (await eve.request.get('/contacts/search?q=dean')).json()).toEqual([]);
	const everything = await eve.request.post('/search', { data: { query: 'dean' } });
	expect(await everything.json()).toEqual([]);
	const list = await (await eve.request.get('/contacts?q=dean')).text();
	expect(list).not.toContain(rows[0].id);
	await expectClosedActions(eve, app, contact, report);
	await context.close();
	await page.goto(contact);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dean Morgan');
});

async function expectClosedActions(eve: Page, app: RunningApp, contact: string, report: string) {
	const headers = { origin: app.url, accept: 'text/html' };
	const actions = [
		`${contact}?/delete`,
		`${contact}/edit?/save`,
		`${report}?/stop`,
		`${report}?/resume`
	];
	for (const action of actions) {
		const form = { givenName: 'Eve' };
		const answer = await eve.request.post(action, { headers, form });
		expect([404, 409], action).toContain(answer.status());
	}
}

async function give(page: Page, name: string, content: string): Promise<void> {
	const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
	await page.locator('input[type=file]').setInputFiles(file);
	await page.locator('form button.primary').click();
}

async function signUp(page: Page, email: string): Promise<void> {
	await page.goto('/sign-up');
	await page.locator('input[name=name]').fill('Kathy Arnaud');
	await page.locator('input[name=email]').fill(email);
	await page.locator('input[name=password]').fill('une phrase bien longue');
	await page.locator('input[name=password]').press('Enter');
	await expect(page.locator('nav').first()).toBeAttached();
	await expect(page).not.toHaveURL(/sign-up/);
}

/** Makes another member of the same community, by invitation. */
async function join(app: RunningApp, page: Page, other: Page, email: string): Promise<void> {
	await page.goto('/members');
	await page.getByLabel('E-mail').fill(email);
	await page.getByRole('button', { name: 'Inviter', exact: true }).click();
	const mail = await app.smtp.waitForMail((one) => one.to.includes(email));
	await other.goto(/https?:\/\/\S+/.exec(mail.text)?.[0] ?? '');
	await other.locator('input[name=name]').fill('Eve Moreau');
	await other.locator('input[name=password]').fill('une phrase bien longue');
	await other.locator('input[name=password]').press('Enter');
	await expect(other).toHaveURL(`${app.url}/`);
}

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}
