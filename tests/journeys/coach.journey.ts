import type { Page } from '@playwright/test';
import { expect, mailedPage, type Meet, signUp, test, visit } from '../support/people.ts';
import {
	answer,
	askByMail,
	cardOf,
	draftRequest,
	openAsk,
	sendRequest
} from '../support/requests.ts';
import { expectGoodScreen } from '../support/screens.ts';

/** What a first visit may weigh in JavaScript, as it travels. */
const limit = 100_000;
const light = (page: Page, name: string) =>
	page.getByRole('button', { name: new RegExp(`^${name}`) });
const letterOf = (page: Page) => page.locator('textarea[name=letter]');

test('The coach reads along while Kathy writes: a light goes out with the sentence that lit it, and the reason is said', async ({
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB' });
	await kathy.goto('/demo');
	await kathy.locator('form[action*="open"] button').first().click();
	await expect(kathy.getByRole('heading', { level: 1 })).toBeVisible();
	await kathy.goto('/requests/new');
	await kathy.getByRole('combobox', { name: 'The person you ask' }).fill('Anne Lefort');
	await kathy
		.getByRole('option', { name: /Anne Lefort/ })
		.first()
		.click();
	await kathy.getByRole('combobox', { name: 'Person 1' }).fill('Nora Whitfield-Example');
	await kathy.getByLabel(/Why do you wish/).fill('I would like her view on sharing data.');
	await kathy.getByRole('button', { name: 'Write the letter' }).click();

	const letter = kathy.getByLabel('Your letter');
	await kathy.getByLabel('Language').selectOption('en');
	await expect(letter).toHaveValue(/^Hello Anne/);
	await expect(light(kathy, 'Generous and realistic')).toHaveAccessibleName(/, yes\./);
	await expectGoodScreen(kathy, 'en', 'write-with-coach');

	await expect(kathy.getByLabel('How you address Anne')).toBeHidden();
	await kathy.getByLabel('Language').selectOption('fr');
	for (const [register, words] of [
		['tu', /Pourrais-tu/],
		['vous', /Pourriez-vous/]
	] as const) {
		await kathy.getByLabel('How you address Anne').selectOption(register);
		await expect(letter).toHaveValue(words);
	}
	await kathy.getByLabel('Language').selectOption('en');
	await expect(letter).toHaveValue(/^Hello Anne/);

	await letter.fill('Anne,\n\nintroduce me to Nora now. I need it today, hurry up.\n\nKathy');
	await expect(light(kathy, 'Generous and realistic')).toHaveAccessibleName(/, not yet\./);
	await expect(light(kathy, 'Personal')).not.toHaveAccessibleName(/, yes\./);
	await expect(
		kathy.getByRole('status').filter({ hasText: / of 5|No light is on/ })
	).toBeAttached();
	await expect(kathy.getByRole('button', { name: 'Read again and send' })).toBeEnabled();
});

test('With the keyboard alone: a light underlines its passage, and Enter leads into it', async ({
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await draftRequest(kathy, 'dean@example.com', [{ name: 'Pierre Yvon' }]);
	await kathy.goBack();
	const letter = letterOf(kathy);
	await letter.fill(
		'Hello Dean,\n\nDo you remember the workshop in Lyon in 2019? Could you introduce me to Pierre Yvon at ABC? Ten minutes by phone would be plenty, and if you would rather not, that is fine.\n\nThank you,\nKathy'
	);
	await expect(light(kathy, 'Generous and realistic')).toHaveAccessibleName(/, yes\./);
	await kathy.getByRole('button', { name: 'Read again and send' }).focus();
	const names = ['Personal', 'Considerate', 'Generous and realistic'];
	while (!(await light(kathy, names[2] ?? '').evaluate((node) => node === document.activeElement)))
		await kathy.keyboard.press('Tab');
	await expect(kathy.locator('mark').first()).toBeVisible();
	const underlined = await kathy.locator('mark').first().textContent();
	await kathy.keyboard.press('Enter');
	await expect(letter).toBeFocused();
	const selected = await letter.evaluate((node) =>
		node instanceof HTMLTextAreaElement
			? node.value.slice(node.selectionStart, node.selectionEnd)
			: ''
	);
	expect(selected).toBe(underlined);
	expect(selected.length).toBeGreaterThan(3);
});

test('The lights stand beside the request, the ask and the first message, and before each is sent it is said once what would help', async ({
	app,
	meet
}) => {
	test.setTimeout(240_000);
	const kathy = await meet({ locale: 'en-GB' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await draftRequest(kathy, 'dean@example.com', [{ name: 'Pierre Yvon', how: 'at ACME' }]);
	await expect(kathy.getByRole('heading', { name: 'Before it leaves' })).toBeVisible();
	await expectGoodScreen(kathy, 'en', 'preview-summary');
	await kathy.getByRole('link', { name: 'Change the letter' }).click();
	await letterOf(kathy).fill('Dean, introduce me to Pierre Yvon today, it is urgent!!');
	await kathy.getByRole('button', { name: 'Read again and send' }).click();
	await expect(kathy.getByText('What would help most')).toBeVisible();
	await kathy.locator('form button.primary').click();
	await expect(kathy).toHaveURL(/\?sent=mail/);

	const dean = await meet({ locale: 'en-GB' });
	const door = await mailedPage(app, 'dean@example.com', 'r');
	expect(await scripts(meet, door)).toBeLessThan(limit);
	await visit(dean, door);
	const card = cardOf(dean, 'Pierre Yvon');
	await card.locator('summary', { hasText: 'Pierre' }).first().click();
	await expect(light(dean, 'Clear')).toHaveAccessibleName(/, (yes|not yet)\./);
	await dean.locator('input[name=channel][value=mail]').check();
	await card.locator('input[name=email]').first().fill('pierre@example.org');
	await expectGoodScreen(dean, 'en', 'ask-with-coach');
	await card.locator('button[value=preview]').click();
	await expect(card.getByRole('heading', { name: 'Before it leaves' })).toBeVisible();
	await expectGoodScreen(dean, 'en', 'ask-summary');
	await card.locator('button[value=ask]').click();
	await expect(card.locator('button[value=ask]')).toHaveCount(0);

	const pierre = await meet({ locale: 'en-GB' });
	await openAsk(app, pierre, 'pierre@example.org');
	await answer(pierre, 'agree', { email: 'pierre@example.org' });
	await visit(kathy, '/');
	await kathy.getByRole('link', { name: 'Open the answer' }).click();
	await kathy.getByRole('button', { name: 'Open the answer' }).click();
	await expect(light(kathy, 'Personal')).toHaveAccessibleName(/, (yes|not yet)\./);
	await expect(kathy.getByRole('heading', { name: 'Before it leaves' })).toBeVisible();
	await expectGoodScreen(kathy, 'en', 'first-message');
});

test('In French the first message may say tu; what one wrote oneself is replaced only after a word', async ({
	app,
	meet
}) => {
	test.setTimeout(180_000);
	const kathy = await meet();
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await sendRequest(kathy, 'dean@example.com', [{ name: 'Pierre Yvon' }]);
	const dean = await meet();
	await visit(dean, await mailedPage(app, 'dean@example.com', 'r'));
	await askByMail(dean, 'Pierre Yvon', 'pierre@example.org');
	const pierre = await meet();
	await openAsk(app, pierre, 'pierre@example.org');
	await answer(pierre, 'agree', { email: 'pierre@example.org' });
	await visit(kathy, '/');
	await kathy.getByRole('link', { name: 'Ouvrir la réponse' }).click();
	await kathy.getByRole('button', { name: 'Ouvrir la réponse' }).click();

	const letter = letterOf(kathy);
	const register = kathy.getByLabel('Vous dites à Pierre');
	await expect(letter).toHaveValue(/Auriez-vous/);
	await register.selectOption('tu');
	await expect(letter).toHaveValue(/Aurais-tu/);
	await letter.fill('Bonjour Pierre, ceci est de moi.');
	await register.selectOption('vous');
	await expect(letter).toHaveValue(/ceci est de moi/);
	await kathy.getByRole('button', { name: 'Garder la mienne' }).click();
	await expect(letter).toHaveValue(/ceci est de moi/);
	await goodEverywhere(kathy, 'fr', 'first-message-french');
	await register.selectOption('tu');
	await kathy.getByRole('button', { name: 'La remplacer' }).click();
	await expect(letter).toHaveValue(/Aurais-tu/);
});

test('Without scripts the summary before sending is there, and the lights are not', async ({
	meet
}) => {
	const kathy = await meet({ javaScriptEnabled: false });
	await kathy.goto('/demo');
	await kathy.locator('form[action*="open"] button').first().click();
	await kathy.goto('/requests/new');
	await kathy.locator('input[name=connector]').fill('Anne Lefort');
	await kathy.locator('input[name=target]').first().fill('Nora Whitfield-Example');
	await kathy.locator('textarea[name=reason]').fill('J’aimerais son avis sur mon projet.');
	await kathy.locator('form[method=POST] button.primary').click();
	await expect(letterOf(kathy)).toBeVisible();
	await expect(kathy.getByText('Le regard du coach')).toBeHidden();
	await kathy.locator('form button.primary').click();
	await expect(kathy.getByRole('heading', { name: 'Avant l’envoi' })).toBeVisible();
});

test('Kathy dares: she writes again to somebody she lost touch with, and is not reminded of them any more', async ({
	meet
}) => {
	const kathy = await meet({ locale: 'fr-FR' });
	await kathy.goto('/demo');
	await kathy.locator('form[action*="open"] button').first().click();
	await visit(kathy, '/');
	const dare = kathy.getByRole('heading', { name: /^Oser/ });
	const proposed = (await dare.textContent()) ?? '';
	await kathy.getByRole('link', { name: /^Écrire à/ }).click();
	await expect(kathy.getByRole('heading', { level: 1 })).toHaveText(/^Renouer avec/);
	const letter = letterOf(kathy);
	await kathy.getByLabel('Langue').selectOption('fr');
	await expect(letter).toHaveValue(/n’ai rien à (te|vous) demander/);
	await expect(light(kathy, 'Généreuse et réaliste')).toHaveAccessibleName(/, oui\./);
	await goodEverywhere(kathy, 'fr', 'revival');

	await kathy.getByLabel(/^Avec/).selectOption('tu');
	await expect(letter).toHaveValue(/rien à te demander/);
	await kathy.getByLabel(/^Avec/).selectOption('vous');
	await kathy.getByLabel('J’aimerais demander une petite chose').check();
	await expect(letter).toHaveValue(/dix minutes/);
	await letter.fill(`${await letter.inputValue()}\nP.-S. : et la harpe ?`);
	await kathy.getByLabel('Langue').selectOption('en');
	await expect(kathy.getByText('La remplacer par une nouvelle proposition')).toBeVisible();
	await expect(letter).toHaveValue(/harpe/);
	await kathy.getByRole('button', { name: 'La remplacer' }).click();
	await expect(letter).toHaveValue(/ten minutes/);
	await expect(kathy.getByLabel(/^Avec/)).toBeHidden();
	await expect(kathy.locator('a[href^="mailto:"]').last()).toHaveAttribute('href', /ten%20minutes/);

	await kathy.getByRole('button', { name: 'Je l’ai envoyée' }).click();
	await expect(kathy.getByText(/^C’est noté/)).toBeVisible();
	await expect(kathy.getByText('Vous lui avez écrit')).toBeVisible();
	await goodEverywhere(kathy, 'fr', 'contact-written');
	await visit(kathy, '/');
	await expect(kathy.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(kathy.getByRole('heading', { name: proposed, exact: true })).toHaveCount(0);
});

test('A letter of revival works without scripts, and is open to the owner of the contact alone', async ({
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB', javaScriptEnabled: false });
	await kathy.goto('/demo');
	await kathy.locator('form[action*="open"] button').first().click();
	await kathy.goto('/');
	await kathy.getByRole('link', { name: /^Write to/ }).click();
	const path = new URL(kathy.url()).pathname;
	await kathy.getByLabel('Language').selectOption('en');
	await kathy.getByLabel('I would like to ask for something small').check();
	await kathy.getByRole('button', { name: 'Propose a letter for these choices' }).click();
	await expect(letterOf(kathy)).toHaveValue(/ten minutes/);
	await letterOf(kathy).fill('Hello, only this.');
	await kathy.getByRole('button', { name: 'Read what I wrote again' }).click();
	await expect(letterOf(kathy)).toHaveValue('Hello, only this.');
	await expect(kathy.locator('a[href^="mailto:"]').last()).toHaveAttribute('href', /only%20this/);

	const stranger = await meet({ locale: 'en-GB' });
	await stranger.goto(path);
	await expect(letterOf(stranger)).toHaveCount(0);
	await expect(stranger).not.toHaveURL(new RegExp(`${path}$`));
	await signUp(stranger, 'Noor Other', 'noor@example.com');
	const refused = await stranger.goto(path);
	expect(refused?.status()).toBe(404);

	await kathy.getByRole('button', { name: 'I have sent it' }).click();
	await expect(kathy.getByText(/^Noted: you wrote to/)).toBeVisible();
});

/** The same screen on a desk and in a hand, by day and by night. */
async function goodEverywhere(page: Page, lang: 'fr' | 'en', name: string): Promise<void> {
	for (const colorScheme of ['dark', 'light'] as const)
		for (const width of [360, 1280]) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 800 });
			await expectGoodScreen(page, lang, `${name}-${width}-${colorScheme}`);
		}
}

/** The bytes of all scripts that a first visit brings, compressed as they came. */
async function scripts(meet: Meet, url: string): Promise<number> {
	const page = await meet({ locale: 'en-GB' });
	const sizes: Promise<number>[] = [];
	page.on('requestfinished', (request) => {
		if (request.resourceType() === 'script')
			sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
