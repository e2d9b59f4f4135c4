import type { Page } from '@playwright/test';
import { expect, joinByMail, signUp, test, visit } from '../support/people.ts';
import { sendRequest } from '../support/requests.ts';
import { expectGoodScreen } from '../support/screens.ts';

interface Draft {
	given: string;
	family: string;
	company: string;
	position?: string;
	email?: string;
	known?: string;
}

async function add(page: Page, draft: Draft): Promise<string> {
	await visit(page, '/contacts/new');
	await page.locator('input[name=givenName]').fill(draft.given);
	await page.locator('input[name=familyName]').fill(draft.family);
	await page.locator('input[name=company]').fill(draft.company);
	if (draft.position) await page.locator('input[name=position]').fill(draft.position);
	if (draft.email) await page.locator('input[name=email]').first().fill(draft.email);
	if (draft.known) await page.locator('[name=howKnown]').fill(draft.known);
	if (draft.known) await page.locator('select[name=closeness]').selectOption('close');
	await page.getByRole('button', { name: 'Enregistrer' }).last().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		`${draft.given} ${draft.family}`
	);
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function share(page: Page, contactId: string, level: string): Promise<void> {
	await visit(page, `/contacts/${contactId}`);
	await page.getByText('Changer le partage').click();
	await page.getByLabel('Ce que les autres peuvent savoir').selectOption(level);
	await page.locator('form[action="?/share"] button').click();
	await expect(page.getByText('Choisi pour ce contact lui-même').first()).toBeVisible();
}

/** Both widths, light and dark, both languages. */
async function everyWay(page: Page, name: string): Promise<void> {
	await expectGoodScreen(page, 'fr', `${name}-1280`);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectGoodScreen(page, 'fr', `${name}-1280-dark`);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectGoodScreen(page, 'fr', `${name}-360-dark`);
	await page.emulateMedia({ colorScheme: 'light' });
	await expectGoodScreen(page, 'fr', `${name}-360`);
	await page.setViewportSize({ width: 1280, height: 800 });
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'Qui souhaitez-vous joindre' });

test('Kathy finds Pierre through Dean and asks; whom Dean only lets count is counted and never named', async ({
	app,
	meet
}) => {
	test.setTimeout(180_000);
	const dean = await meet();
	const kathy = await meet();
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await joinByMail(app, kathy, dean, { name: 'Dean Groves', email: 'dean@example.com' });
	const pierre = await add(dean, {
		given: 'Pierre',
		family: 'Yvon',
		company: 'Entreprise X',
		position: 'Directeur de la communication',
		known: 'mon ancien chef chez ACME'
	});
	const nadia = await add(dean, {
		given: 'Nadia',
		family: 'Benhaddou',
		company: 'Caisse des Deux Rives',
		position: 'Directrice finance'
	});
	const paul = await add(dean, { given: 'Paul', family: 'Zeller', company: 'Zénith Conseil' });
	await share(dean, pierre, 'visible');
	await share(dean, nadia, 'blind');
	await visit(kathy, '/');
	await kathy.getByRole('link', { name: 'Trouver' }).first().click();
	await expect(kathy.getByRole('heading', { level: 1 })).toHaveText('Trouver');
	const asContact = await add(kathy, {
		given: 'Dean',
		family: 'Groves',
		company: 'Groves & Fils',
		email: 'dean@example.com',
		known: 'collègues chez ACME'
	});
	await add(kathy, { given: 'Inès', family: 'Carmona', company: 'Caisse des Deux Rives' });
	await visit(kathy, '/find');
	await expect(kathy.getByText('Une mise en relation au plus vous sépare')).toBeVisible();
	await everyWay(kathy, 'find-start');

	await field(kathy).fill('pierre');
	const answer = kathy.getByRole('listitem').filter({ hasText: 'Pierre Yvon' }).first();
	await expect(answer.getByRole('link', { name: 'Demander à Dean Groves' })).toBeVisible();
	await expect(field(kathy), 'one types on').toBeFocused();
	await expect(answer).toContainText('collègues chez ACME');
	await expect(answer).toContainText('se disent proches');
	await expect(answer).not.toContainText('ancien chef');
	expect(kathy.url()).not.toContain('ierre');
	await everyWay(kathy, 'find-answers');

	await field(kathy).press('ArrowDown');
	await expect(kathy.getByRole('link', { name: 'Pierre Yvon', exact: true }).first()).toBeFocused();
	await kathy.keyboard.press('Enter');
	await expect(kathy).toHaveURL(new RegExp(`/find/${pierre}$`));
	await everyWay(kathy, 'find-paths');
	await kathy.goBack();
	await expect(field(kathy)).toHaveValue('pierre');
	await expect(answer).toBeVisible();

	for (const [words, says] of [
		[
			'finance caisse des deux rives',
			'Quelqu’un, ici, connaît quelqu’un chez caisse des deux rives'
		],
		['nadia', 'Personne sous ces mots'],
		['paul zeller', 'Personne sous ces mots'],
		['zenith conseil', 'Personne sous ces mots']
	] as const) {
		await visit(kathy, '/find');
		await field(kathy).fill(words);
		await expect(kathy.getByText(says)).toBeVisible();
		await expect(kathy.locator('main')).not.toContainText(/Nadia|Benhaddou|Paul|Zeller/);
	}
	await field(kathy).fill('finance caisse des deux rives');
	await expect(kathy.getByText('Inès Carmona')).toBeVisible();
	await everyWay(kathy, 'find-counted');
	for (const id of [nadia, paul]) {
		const page = await kathy.request.get(`/find/${id}`);
		expect(page.status()).toBe(404);
	}

	await visit(kathy, '/find/reach?by=company');
	await expect(kathy.getByRole('link', { name: 'Entreprise X' })).toBeVisible();
	await expect(kathy.locator('main')).not.toContainText('Zénith');
	await everyWay(kathy, 'find-reach');
	await kathy.getByRole('link', { name: 'Entreprise X' }).click();
	await expect(kathy.getByRole('link', { name: 'Demander à Dean Groves' })).toBeVisible();

	await kathy.keyboard.press('Control+k');
	await kathy.getByRole('combobox').fill('pierre');
	await expect(kathy.getByRole('option', { name: 'Pierre Yvon' })).toContainText('par Dean Groves');
	await kathy.getByRole('option', { name: 'Trouver les chemins vers' }).click();
	await expect(kathy.getByRole('link', { name: 'Demander à Dean Groves' })).toBeVisible();
	expect(kathy.url()).not.toContain('ierre');

	await kathy.getByRole('link', { name: 'Demander à Dean Groves' }).click();
	await expect(kathy).toHaveURL(new RegExp(`connector=${asContact}`));
	await expect(kathy.locator('input[name=connector]')).toHaveValue('Dean Groves');
	await expect(kathy.locator('input[name=target]').first()).toHaveValue('Pierre Yvon');
	await kathy.getByRole('button', { name: 'Écrire la lettre' }).click();
	await expect(kathy).toHaveURL(/\/requests\/[^/]+\/write$/);
});

test('the search works as a plain form, and in English', async ({ app, meet }) => {
	const kathy = await meet({ locale: 'en-GB' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await visit(kathy, '/find');
	await expect(kathy.getByText('Nobody yet')).toBeVisible();
	await expectGoodScreen(kathy, 'en', 'find-empty-en');
	const plain = await meet({ locale: 'en-GB', javaScriptEnabled: false });
	await plain.context().addCookies(await kathy.context().cookies());
	await plain.goto(`${app.url}/find`);
	await plain.locator('input[name=q]').fill('nobody there');
	await plain.locator('input[name=q]').press('Enter');
	await expect(plain.getByText('Nobody found under these words')).toBeVisible();
	expect(plain.url()).not.toContain('nobody');
	await kathy.getByRole('searchbox').fill('nobody there');
	await expect(kathy.getByText('Nobody found under these words')).toBeVisible();
	await expectGoodScreen(kathy, 'en', 'find-nobody-en');

	await visit(kathy, '/find#%E0%A4%A');
	await expect(kathy.getByRole('heading', { level: 1 })).toBeVisible();

	const stranger = await meet({ locale: 'en-GB' });
	const asked = { data: { query: 'kathy' }, maxRedirects: 0 };
	expect((await stranger.request.post('/search', asked)).status()).toBe(303);
	for (const data of [{}, { query: 7 }, { query: 'x'.repeat(201) }, 'no object'])
		expect((await kathy.request.post('/search', { data })).status()).toBe(422);
	expect((await kathy.goto('/find/kathy'))?.status()).toBe(404);
	for (const path of ['/find', '/find/reach', '/find/00000000-0000-4000-8000-000000000000'])
		expect((await stranger.request.get(path, { maxRedirects: 0 })).status(), path).toBe(303);
});

test('Dean has been asked enough this month: Find leads Kathy to Anne, and says why', async ({
	app,
	meet
}) => {
	test.setTimeout(180_000);
	const [kathy, dean, anne] = [await meet(), await meet(), await meet()];
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await joinByMail(app, kathy, dean, { name: 'Dean Groves', email: 'dean@example.com' });
	await joinByMail(app, kathy, anne, { name: 'Anne Lefort', email: 'anne@example.com' });
	const pierre = { given: 'Pierre', family: 'Yvon', company: 'Entreprise X' };
	const email = 'pierre.yvon@example.org';
	await share(dean, await add(dean, { ...pierre, email, known: 'mon ancien chef' }), 'visible');
	await share(anne, await add(anne, { ...pierre, email }), 'visible');
	const ask = (name: string) => kathy.getByRole('link', { name: `Demander à ${name}` });
	await expect(async () => {
		await visit(kathy, '/find?company=Entreprise X');
		await expect(kathy.getByText('1 autre chemin')).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 40_000 });
	await expect(ask('Dean Groves').first()).toBeVisible();
	await kathy.getByText('1 autre chemin').click();
	await expect(ask('Anne Lefort')).toBeVisible();
	await everyWay(kathy, 'find-more');

	await app.pool.query('update members set asks_monthly = 1 where email = $1', [
		'dean@example.com'
	]);
	await sendRequest(kathy, 'dean@example.com', [{ name: 'Paul Zeller' }]);
	await visit(kathy, '/find?company=Entreprise X');
	await expect(ask('Anne Lefort')).toBeVisible();
	await expect(kathy.locator('main')).toContainText(
		'Dean Groves serait plus proche, mais a reçu assez de demandes ce mois-ci'
	);
	await expect(ask('Dean Groves')).toHaveCount(0);
	await everyWay(kathy, 'find-elsewhere');
	await ask('Anne Lefort').click();
	await expect(kathy.getByText('Anne Lefort').first()).toBeVisible();
	await expect(kathy.locator('input[name=target]').first()).toHaveValue('Pierre Yvon');
});
