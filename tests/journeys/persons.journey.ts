import type { Page } from '@playwright/test';
import { expect, joinByMail, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

interface Known {
	given: string;
	family: string;
	company?: string;
	email?: string;
	/** As the form's choice says it; the book's where it is not told. */
	sharing?: 'private' | 'visible';
}

async function add(page: Page, { given, family, company = '', email = '', sharing }: Known) {
	await visit(page, '/contacts/new');
	await page.locator('input[name=givenName]').fill(given);
	await page.locator('input[name=familyName]').fill(family);
	await page.locator('input[name=company]').fill(company);
	await page.locator('input[name=email]').first().fill(email);
	if (sharing) await page.locator('select[name=sharing]').selectOption(sharing);
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${given} ${family}`);
}

async function shareAll(page: Page) {
	await visit(page, '/settings/sharing');
	await page.getByRole('radio', { name: 'Visible' }).check();
	await page.getByRole('button', { name: 'Partager mes contacts ainsi' }).click();
	await expect(page.getByText('C’est en vigueur')).toBeVisible();
}

/** Both languages, widths and lights. */
async function everyWay(page: Page, name: string) {
	for (const language of ['fr', 'en'] as const) {
		await speak(page, language);
		for (const [width, scheme] of [
			[1280, 'light'],
			[360, 'dark']
		] as const) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme: scheme });
			await expectGoodScreen(page, language, `${name}-${language}-${width}-${scheme}`);
		}
	}
	await speak(page, 'fr');
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.emulateMedia({ colorScheme: 'light' });
}

async function speak(page: Page, locale: 'fr' | 'en') {
	const place = new URL(page.url());
	await page.request.post('/locale', {
		form: { locale },
		headers: { origin: place.origin }
	});
	await visit(page, place.pathname + place.search);
}

/** Until a page says so; matching takes its moment. */
const waitFor = (page: Page, path: string, said: string | RegExp) =>
	expect(async () => {
		await page.goto(path);
		await expect(page.getByText(said).first()).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 40_000 });

test('two books meet: one pair is joined and says why, one is asked, refused, and never asked again', async ({
	app,
	meet
}) => {
	test.setTimeout(360_000);
	const kathy = await meet();
	const dean = await meet();
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await joinByMail(app, kathy, dean, { name: 'Dean Groves', email: 'dean@example.com' });
	await shareAll(kathy);
	await shareAll(dean);
	await visit(kathy, '/contacts/joins');
	await everyWay(kathy, 'joins-empty');

	const pierre = { given: 'Pierre', family: 'Yvon', email: 'pierre.yvon@example.org' };
	await add(kathy, { ...pierre, company: 'Entreprise X' });
	await add(kathy, { given: 'Paul', family: 'Kerzreho', email: 'paul@example.org' });
	await add(kathy, { given: 'Nadia', family: 'Benhaddou', company: 'Caisse des Deux Rives' });
	await add(dean, { ...pierre, company: 'Entreprise Y' });
	await add(dean, { given: 'Paul', family: 'Kerzreho', company: 'Cabotage Ouestien' });
	await add(dean, { given: 'Nadia', family: 'Benhaddou', sharing: 'private' });

	// Pierre, by the same address: joined by itself.
	await waitFor(kathy, '/contacts/joins', /Rapprochées sans question.*même e-mail/);
	await expect(kathy.getByText('Contact de Dean Groves : Pierre Yvon, Entreprise Y')).toBeVisible();
	await expect(kathy.getByText('pierre.yvon@')).toBeHidden();
	await everyWay(kathy, 'joins');
	await kathy.getByRole('link', { name: 'Pierre Yvon', exact: true }).click();
	await expect(kathy.getByText('Demander à Dean Groves')).toBeVisible();
	await everyWay(kathy, 'contact-known-also');
	await kathy.getByRole('link', { name: 'Pourquoi est-ce la même personne' }).click();
	await expect(kathy.getByText('Seulement Pierre Yvon')).toBeVisible();

	// Paul, by his name alone: asked. Nadia, whom Dean keeps to himself: never.
	await waitFor(kathy, '/contacts', '1 paire à regarder');
	await visit(kathy, '/');
	await expect(kathy.getByText('Une paire de fiches parle peut-être')).toBeVisible();
	await visit(kathy, '/contacts/review');
	await expect(kathy.getByText('1 sur 1')).toBeVisible();
	await expect(kathy.getByText('Contact de Dean Groves')).toBeVisible();
	await expect(kathy.locator('main')).toContainText('Cabotage Ouestien');
	await expect(kathy.locator('main')).not.toContainText('Nadia');
	await everyWay(kathy, 'review-between');
	await kathy.keyboard.press('s');
	await expect(kathy.getByText('Vous avez tout remis à plus tard')).toBeVisible();
	await kathy.getByRole('link', { name: 'Reprendre depuis le début' }).click();
	await expect(kathy.getByText('1 sur 1')).toBeVisible();
	await kathy.keyboard.press('y');
	await expect(kathy.getByText('la personne que connaît Dean Groves')).toBeVisible();
	await visit(dean, '/contacts/joins');
	await expect(dean.getByText('comme l’a dit Kathy Arnaud')).toBeVisible();
	await kathy.keyboard.press('u');
	await expect(kathy.getByText('1 sur 1')).toBeVisible();
	await kathy.keyboard.press('n');
	await expect(kathy.getByText('la question ne sera plus posée')).toBeVisible();
	await everyWay(kathy, 'review-empty');

	// Never again, though Dean's contact is saved anew and says more now.
	await visit(dean, '/contacts?q=kerzreho');
	await dean.getByRole('link', { name: 'Paul Kerzreho' }).click();
	await dean.getByRole('link', { name: 'Modifier' }).first().click();
	await dean.locator('input[name=company]').fill('Cabotage Ouestien SA');
	await dean.getByRole('button', { name: 'Enregistrer' }).last().click();
	await expect(dean.getByText('Cabotage Ouestien SA').first()).toBeVisible();
	await add(dean, { given: 'Lucie', family: 'Quéméneur', email: 'lucie@example.org' });
	await add(kathy, { given: 'Lucie', family: 'Quéméneur', email: 'lucie@example.org' });
	await waitFor(kathy, '/contacts/joins', 'Lucie');
	await visit(kathy, '/contacts/review');
	await expect(kathy.getByText('Aucun doute pour l’instant')).toBeVisible();
	// Dean is asked of Nadia alone, for his own eyes.
	await visit(dean, '/contacts/review');
	await expect(dean.getByText('Kathy Arnaud ne saura rien de votre réponse')).toBeVisible();
	await expect(dean.getByRole('heading', { name: 'Nadia Benhaddou' })).toHaveCount(2);
	await expect(dean.getByText('1 sur 1')).toBeVisible();
	await everyWay(dean, 'review-private');

	// What was said stands in the list, is taken back, and asked again.
	await visit(kathy, '/contacts/joins?kind=said');
	await expect(kathy.getByText('Paul Kerzreho').first()).toBeVisible();
	await everyWay(kathy, 'joins-said');
	await kathy.getByRole('button', { name: 'Revenir sur ce choix' }).click();
	await expect(kathy.getByText('la question pourra revenir')).toBeVisible();
	await waitFor(kathy, '/contacts/review', '1 sur 1');

	// And what was joined by itself is parted, and put back as it was.
	await visit(kathy, '/contacts/joins?q=pierre');
	await kathy.getByRole('button', { name: 'Ce n’est pas la même personne' }).click();
	await expect(kathy.getByText('la question ne sera plus posée')).toBeVisible();
	await expect(kathy.getByText('Personne ne correspond')).toBeVisible();
	await kathy.getByRole('button', { name: 'Annuler' }).click();
	await expect(kathy.getByText(/Rapprochées sans question.*même e-mail/)).toBeVisible();
});
