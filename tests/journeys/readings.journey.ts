import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { expect, joinByMail, type Meet, signUp, test, visit } from '../support/people.ts';
import { draftRequest } from '../support/requests.ts';
import { expectGoodScreen } from '../support/screens.ts';

const sentence = 'Nous avons déjeuné en mai.';
const letter = `Bonjour Dean,\n\n${sentence} Pourrais-tu me présenter Pierre Yvon ?\n\nKathy`;

/** Kathy, in French, has a draft to Dean; Anne, in English, advises in her community. */
async function begin(app: RunningApp, meet: Meet) {
	const kathy = await meet();
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	const anne = await meet({ locale: 'en-GB' });
	await joinByMail(app, kathy, anne, {
		name: 'Anne Lefort',
		email: 'anne@example.com',
		role: 'adviser'
	});
	await draftRequest(kathy, 'dean@example.com', [{ name: 'Pierre Yvon' }]);
	const write = new URL(kathy.url()).pathname.replace('/preview', '/write');
	await visit(kathy, write);
	await kathy.getByLabel('Votre lettre').fill(letter);
	return { kathy, anne, write };
}

/** The address of the reading that was mailed. */
async function mailedReading(app: RunningApp): Promise<string> {
	const link = /https?:\/\/\S+\/readings\/\S+/;
	const mail = await app.smtp.waitForMail(
		(one) => one.to.includes('anne@example.com') && link.test(one.text)
	);
	return link.exec(mail.text)?.[0] ?? '';
}

/** Drags over some words of the letter, as a mouse would. */
async function select(page: Page, words: string): Promise<void> {
	await page.locator('article .letter').evaluate((paper, wanted) => {
		const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const at = node.textContent?.indexOf(wanted) ?? -1;
			if (at < 0) continue;
			document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
		}
	}, words);
}

test('Kathy has Anne read her letter, takes the wording Anne proposes, leaves a remark aside, and sends it', async ({
	app,
	meet
}) => {
	test.setTimeout(240_000);
	const { kathy, anne, write } = await begin(app, meet);
	await kathy.locator('summary', { hasText: 'Demander une relecture' }).click();
	await kathy.getByLabel('Un mot pour la personne qui relit').fill('Est-ce trop direct ?');
	await expectGoodScreen(kathy, 'fr', 'reading-ask');
	await kathy.getByRole('button', { name: 'Confier la lettre' }).click();
	await expect(kathy.getByText('Votre lettre est entre les mains')).toBeVisible();
	await expect(kathy.getByLabel('Votre lettre')).toHaveValue(letter);
	await expectGoodScreen(kathy, 'fr', 'reading-waiting');

	await visit(anne, '/');
	await expect(
		anne.getByText('Kathy Arnaud asks you to read a letter to Dean Groves.')
	).toBeVisible();
	await anne.goto(await mailedReading(app));
	await visit(anne, anne.url());
	await expect(anne.getByText('Est-ce trop direct ?')).toBeVisible();
	await select(anne, sentence);
	await anne.getByRole('button', { name: 'Comment on this' }).click();
	await expect(anne.locator('select[name=passage]')).toHaveValue(sentence);
	await anne.getByLabel('What you think of it').fill('Say what stayed with you.');
	await anne.getByLabel(/Another wording/).fill('Notre déjeuner de mai m’a donné du courage.');
	await expectGoodScreen(anne, 'en', 'reading-remark');
	await anne.getByRole('button', { name: 'Note this remark' }).click();
	await expect(anne.locator('#remarks li')).toHaveCount(1);
	await anne.getByLabel('What you think of it').fill('Warm and short.');
	await anne.getByLabel(/A word to go with it/).fill('It is good as it is.');
	await anne.setViewportSize({ width: 360, height: 800 });
	await anne.emulateMedia({ colorScheme: 'dark' });
	await expectGoodScreen(anne, 'en', 'reading-remark-360-dark');
	await anne.getByRole('button', { name: 'Give it back' }).click();
	await expect(anne.getByRole('heading', { level: 1 })).toHaveText('You have given it back');
	await expectGoodScreen(anne, 'en', 'reading-given-360-dark');

	await visit(kathy, '/');
	await expectGoodScreen(kathy, 'fr', 'reading-today');
	await kathy.getByRole('link', { name: 'Voir les remarques' }).click();
	await expect(kathy).toHaveURL(new RegExp(`${write}#reading`));
	await expect(kathy.getByText('It is good as it is.')).toBeVisible();
	await kathy.getByRole('button', { name: sentence }).focus();
	await expect(kathy.locator('form mark')).toHaveText(sentence);
	await expectGoodScreen(kathy, 'fr', 'reading-remarks');
	await kathy.getByRole('button', { name: 'Prendre cette formulation' }).click();
	await expect(kathy.getByLabel('Votre lettre')).toHaveValue(/Notre déjeuner de mai m’a donné/);
	await expect(kathy.getByText('La formulation est maintenant dans votre lettre.')).toBeVisible();
	await expect(kathy.getByText('Repris', { exact: true })).toBeVisible();
	await expect(
		kathy.locator('#reading li', { hasText: 'Repris' }).getByRole('button')
	).toBeFocused();
	await kathy.getByRole('button', { name: 'Laisser de côté' }).press('Enter');
	await expect(kathy.getByText('Relectures précédentes')).toBeVisible();
	await expect(kathy.locator('#reading-title')).toBeFocused();
	await kathy.setViewportSize({ width: 360, height: 800 });
	await kathy.emulateMedia({ colorScheme: 'dark' });
	await expectGoodScreen(kathy, 'fr', 'reading-settled-360-dark');
	await kathy.locator('form button.primary').first().click();
	await expect(kathy).toHaveURL(/\/preview$/);
	await expect(kathy.getByText('Notre déjeuner de mai')).toBeVisible();
	await kathy.locator('form button.primary').click();
	await expect(kathy).toHaveURL(/\?sent=mail/);
	const sent = await app.smtp.waitForMail((one) => one.to.includes('dean@example.com'));
	expect(sent.text).toContain('Notre déjeuner de mai m’a donné du courage.');

	await anne.reload();
	await expect(anne.getByRole('heading', { level: 1 })).toHaveText('No longer needed');
	expect(await anne.content()).not.toContain('déjeuner');
	await expectGoodScreen(anne, 'en', 'reading-over-360-dark');
});

test('without scripts, Anne comments on a sentence from a list, and Kathy takes the wording; or Anne declines', async ({
	app,
	meet
}) => {
	test.setTimeout(240_000);
	const { kathy, anne, write } = await begin(app, meet);
	const plain = async (page: Page, locale: string) =>
		meet({ locale, javaScriptEnabled: false, storageState: await page.context().storageState() });
	const [her, his] = [await plain(kathy, 'fr-FR'), await plain(anne, 'en-GB')];
	await her.goto(write);
	await her.getByLabel('Votre lettre').fill(letter);
	await her.locator('summary', { hasText: 'Demander une relecture' }).click();
	await her.getByRole('button', { name: 'Confier la lettre' }).click();
	await his.goto(await mailedReading(app));
	await his.getByRole('button', { name: 'Note this remark' }).click();
	await expect(his.getByText('Say something, or propose a wording.')).toBeVisible();
	await his.locator('select[name=passage]').selectOption(sentence);
	await his.getByLabel(/Another wording/).fill('Merci encore pour ce déjeuner.');
	await his.getByRole('button', { name: 'Note this remark' }).click();
	await expect(his.locator('#remarks li')).toHaveCount(1);
	await his.getByRole('button', { name: 'Give it back' }).click();

	await her.goto(write);
	await her.getByLabel('Votre lettre').fill(letter.replace('Pierre Yvon', 'Pierre'));
	await her.getByRole('button', { name: 'Prendre cette formulation' }).click();
	await expect(her.getByLabel('Votre lettre')).toHaveValue(/Merci encore.*présenter Pierre \?/);

	await her.locator('summary', { hasText: 'Demander une autre relecture' }).click();
	await her.getByRole('button', { name: 'Confier la lettre' }).click();
	await his.goto('/');
	await his.getByRole('link', { name: 'Read it' }).click();
	await his.locator('summary', { hasText: 'I cannot read it this time' }).click();
	await his.getByLabel('A kind word').fill('Away until Monday.');
	await his.getByRole('button', { name: 'Decline' }).click();
	await visit(anne, his.url());
	await expectGoodScreen(anne, 'en', 'reading-declined');
	await her.goto(write);
	await expect(her.getByText('Away until Monday.')).toBeVisible();
	await visit(kathy, write);
	await expectGoodScreen(kathy, 'fr', 'reading-declined-to-requester');
	await her.getByRole('button', { name: 'Ranger' }).click();
	await her.goto('/');
	await expect(her.getByText('ne peut pas relire')).toHaveCount(0);
});
