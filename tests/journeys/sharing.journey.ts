import type { Page } from '@playwright/test';
import { expect, joinByMail, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

async function add(page: Page, given: string, family: string, company: string): Promise<string> {
	await visit(page, '/contacts/new');
	await page.locator('input[name=givenName]').fill(given);
	await page.locator('input[name=familyName]').fill(family);
	await page.locator('input[name=company]').fill(company);
	await page.locator('input[name=email]').first().fill(`${given}.${family}@example.org`);
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${given} ${family}`);
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Both widths, light and dark. */
async function everyWay(page: Page, name: string): Promise<void> {
	await expectGoodScreen(page, 'fr', `${name}-1280`);
	await page.setViewportSize({ width: 360, height: 740 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectGoodScreen(page, 'fr', `${name}-360-dark`);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.emulateMedia({ colorScheme: 'light' });
}

const shareBook = async (page: Page, level: string) => {
	await visit(page, '/settings/sharing');
	await page.getByRole('radio', { name: level }).check();
	await page.getByRole('button', { name: 'Partager mes contacts ainsi' }).click();
	await expect(page.getByText('C’est en vigueur')).toBeVisible();
};

/** A page but for what differs each time: its address, and the number its scripts are let in by. */
const bare = (html: string, id: string) => html.replaceAll(id, '').replace(/nonce="[^"]*"/g, '');

test('Dean shares his book, one contact otherwise, and sees what Kathy sees; she finds Pierre and never Paul', async ({
	app,
	meet
}) => {
	test.setTimeout(180_000);
	const dean = await meet();
	const kathy = await meet();
	await signUp(dean, 'Dean Groves', 'dean@example.com');
	await visit(dean, '/settings/sharing');
	await expect(dean.getByText('Le partage commence quand')).toBeVisible();
	const pierre = await add(dean, 'Pierre', 'Yvon', 'Entreprise X');
	const paul = await add(dean, 'Paul', 'Zeller', 'Entreprise Y');
	const nadia = await add(dean, 'Nadia', 'Benhaddou', 'Caisse des Deux Rives');
	await joinByMail(app, dean, kathy, { name: 'Kathy Arnaud', email: 'kathy@example.com' });

	await visit(kathy, '/community');
	await expect(kathy.getByText('Personne n’a encore rendu')).toBeVisible();
	await everyWay(kathy, 'community-empty');
	expect((await kathy.goto(`/community/${pierre}`))?.status()).toBe(404);

	await visit(dean, `/contacts/${paul}`);
	await dean.getByText('Changer le partage').click();
	await dean.getByLabel('Ce que les autres peuvent savoir').selectOption('private');
	await dean.locator('form[action="?/share"] button').click();
	await expect(dean.getByText('Choisi pour ce contact lui-même')).toBeVisible();
	await everyWay(dean, 'sharing-contact');
	await shareBook(dean, 'Visible');
	await everyWay(dean, 'sharing-book');

	await visit(dean, '/contacts');
	await everyWay(dean, 'sharing-list');
	await dean.getByRole('link', { name: 'Choisir pour plusieurs' }).click();
	await dean.getByRole('checkbox', { name: 'Choisir Nadia Benhaddou' }).check();
	await dean.getByLabel('Ce que les autres peuvent savoir').selectOption('blind');
	await everyWay(dean, 'sharing-several');
	await dean.getByRole('button', { name: 'Appliquer aux contacts cochés' }).click();
	await expect(dean.getByText('savoir de 1 contact a changé')).toBeVisible();
	await dean.getByRole('button', { name: 'Annuler' }).click();
	await expect(dean.getByText('c’est comme avant')).toBeVisible();
	await visit(dean, `/contacts/${nadia}/edit`);
	await dean.getByLabel('Ce que les autres peuvent savoir').selectOption('blind');
	await dean.getByRole('button', { name: 'Enregistrer' }).last().click();
	await expect(dean.getByText('Sans nom').first()).toBeVisible();
	await visit(dean, '/contacts?sharing=blind');
	await expect(dean.getByText('1 contact trouvé').first()).toBeVisible();

	await visit(kathy, '/community');
	await expect(kathy.getByText('Pierre Yvon')).toBeVisible();
	await expect(kathy.getByText('Dean Groves connaît cette personne')).toBeVisible();
	await expect(kathy.locator('main')).not.toContainText(/Paul|Zeller|Nadia|example\.org/);
	await everyWay(kathy, 'community');
	for (const [word, seen] of [
		['paul', 'Personne n’est visible'],
		['nadia', 'Personne n’est visible'],
		['pierre.yvon', 'Pierre Yvon'],
		['caisse des deux rives', 'Quelqu’un, ici, connaît quelqu’un chez caisse des deux rives']
	]) {
		await kathy.getByRole('searchbox').fill(word ?? '');
		await kathy.getByRole('searchbox').press('Enter');
		await expect(kathy).toHaveURL((url) => url.searchParams.get('q') === word);
		await expect(kathy.getByText(seen ?? '').first()).toBeVisible();
	}
	await everyWay(kathy, 'community-counted');
	const search = async (query: string): Promise<unknown> =>
		(await kathy.request.post('/search', { data: { query } })).json();
	expect(await search('pierre')).toEqual([
		{
			kind: 'path',
			label: 'Pierre Yvon',
			detail: 'Entreprise X · par Dean Groves',
			href: `/find/${pierre}`
		}
	]);
	for (const word of ['paul', 'zeller', 'nadia', 'example.org', 'zeller entreprise'])
		expect(await search(word)).toEqual([]);
	await visit(kathy, `/community/${pierre}`);
	await expect(kathy.getByRole('heading', { level: 1 })).toHaveText('Pierre Yvon');
	await everyWay(kathy, 'community-person');

	// What is private or counted answers like what does not exist, word for word.
	const unknownId = '00000000-0000-4000-8000-000000000000';
	const nothing = await kathy.request.get(`/community/${unknownId}`);
	for (const id of [paul, nadia]) {
		const answer = await kathy.request.get(`/community/${id}`);
		expect(answer.status()).toBe(nothing.status());
		expect(bare(await answer.text(), id)).toBe(bare(await nothing.text(), unknownId));
		for (const path of [`/contacts/${id}`, `/contacts/${id}/seen`, `/contacts/${id}/edit`])
			expect((await kathy.request.get(path)).status()).toBe(404);
	}

	for (const [id, says] of [
		[pierre, 'Dean Groves connaît cette personne'],
		[paul, 'Kathy Arnaud n’apprend rien de ce contact'],
		[nadia, 'Kathy Arnaud ne lit jamais ce nom']
	]) {
		await visit(dean, `/contacts/${id}`);
		await dean.getByText('Comment les autres voient ce contact').click();
		await dean.getByRole('button', { name: 'Voir', exact: true }).click();
		await expect(dean.getByRole('heading', { level: 1 })).toHaveText('Vu par Kathy Arnaud');
		await expect(dean.getByText(says ?? '').first()).toBeVisible();
	}
	await everyWay(dean, 'seen-contact');
	await visit(dean, '/settings/sharing');
	await dean.getByRole('button', { name: 'Voir', exact: true }).click();
	await expect(dean.locator('main')).toContainText('Pierre Yvon');
	await expect(dean.locator('main')).not.toContainText('Nadia');
	await everyWay(dean, 'seen-book');

	await shareBook(dean, 'Privé');
	expect((await kathy.goto(`/community/${pierre}`))?.status()).toBe(404);
	expect(await search('pierre')).toEqual([]);
});

const connections = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Inès,Carmona,,,Cabotage Ouestien,,
Olivier,Tessonneau,,,Hélioscope Énergie,,
`;

test('an import says what others may know of it, and is changed afterwards, also without scripts', async ({
	meet
}) => {
	const page = await meet({ javaScriptEnabled: false });
	await page.goto('/sign-up');
	await page.locator('input[name=name]').fill('Dean Groves');
	await page.locator('input[name=email]').fill('dean@example.com');
	await page.locator('input[name=password]').fill('une phrase bien longue');
	await page.locator('input[name=password]').press('Enter');
	await page.goto('/contacts/import');
	await page.getByLabel('Ce que les autres peuvent savoir des contacts').selectOption('visible');
	await page.locator('input[type=file]').setInputFiles({
		name: 'Connections.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(connections)
	});
	await page.locator('form[action="?/send"] button').first().click();
	await expect(async () => {
		await page.reload();
		await expect(page.getByText('2 contacts, visibles par votre communauté')).toBeVisible({
			timeout: 500
		});
	}).toPass({ timeout: 30_000 });
	await page.getByText('Changer le partage').click();
	await page.getByLabel('Ce que les autres peuvent savoir').selectOption('book');
	await page.locator('form[action="?/share"] button').click();
	await expect(page.getByText('2 contacts, privés')).toBeVisible();
	await page.goto('/contacts?choose=1');
	await page.getByLabel('Ce que les autres peuvent savoir').selectOption('visible');
	await page.getByRole('button', { name: 'Appliquer aux contacts cochés' }).click();
	await expect(page.getByText('Cochez au moins un contact')).toBeVisible();
	await page.getByLabel('Ce que les autres peuvent savoir').selectOption('visible');
	await page.getByRole('button', { name: 'Appliquer aux 2 trouvés' }).click();
	await expect(page.getByText('savoir de 2 contacts a changé')).toBeVisible();
});
