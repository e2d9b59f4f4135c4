import type { Page } from '@playwright/test';
import { fallNight, settled } from '../support/clock.ts';
import { expect, signUp, test, visit } from '../support/people.ts';
import { answer, cardOf, draftRequest } from '../support/requests.ts';
import { expectGoodScreen } from '../support/screens.ts';

test('by hand: Kathy copies her letter with its link, Dean copies his, and a digest is chosen in the settings', async ({
	app,
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await visit(kathy, '/settings');
	await kathy.locator('input[name=notices][value=digest]').check();
	await kathy.locator('form[action="?/profile"] button').click();
	await expect(kathy).toHaveURL(/done=profile/);
	await expectGoodScreen(kathy, 'en', 'settings');
	const { rows } = await app.pool.query('select notices from members');
	expect(rows).toEqual([{ notices: 'digest' }]);

	await draftRequest(kathy, '', [{ name: 'Pierre Yvon' }]);
	await kathy.locator('input[name=channel][value=hand]').check();
	const copied = await copy(kathy);
	expect(copied).toContain('Could you ask them whether I may get in touch?');
	const page = /http\S+\/r\/\S+/.exec(copied)?.[0] ?? '';
	await kathy.getByRole('button', { name: 'Mark as sent' }).click();
	await expect(kathy.getByText('is noted as sent')).toBeVisible();

	const dean = await meet({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] });
	await visit(dean, page);
	const card = cardOf(dean, 'Pierre Yvon');
	await card.locator('summary', { hasText: 'Ask Pierre' }).click();
	await card.locator('input[name=channel][value=hand]').check();
	await card.getByRole('button', { name: 'Read it over' }).click();
	const letter = await copy(dean);
	await expectGoodScreen(dean, 'en', 'ask-by-hand');
	await card.getByRole('button', { name: 'It is sent' }).click();
	await expect(card.getByText(/You asked Pierre/).first()).toBeVisible();

	const pierre = await meet({ locale: 'en-GB' });
	await pierre.goto(/http\S+\/a\/\S+/.exec(letter)?.[0] ?? '');
	await answer(pierre, 'agree', { email: 'pierre.y@example.org' });
	await settled(app);
	const yes = app.smtp
		.mails()
		.filter(({ parsed }) => /has answered you/.test(parsed.subject ?? ''));
	expect(yes, 'the news waits for the digest').toEqual([]);
	expect(app.smtp.mails().flatMap(({ to }) => to)).not.toContain('dean@example.com');
	await fallNight(app);
	const digest = await app.smtp.waitForMail(({ text }) => text.includes('Pierre Yvon'));
	expect(digest.to).toEqual(['kathy@example.com']);
	expect(digest.text).not.toContain('pierre.y@example.org');
	await kathy.goto('/');
	await expect(kathy.getByText('Pierre Yvon agrees to hear from you.')).toBeVisible();
});

/** Presses the button that copies the letter, and reads what was copied. */
async function copy(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Copy the letter' }).first().click();
	await expect(page.getByText('Copied').first()).toBeVisible();
	return page.evaluate(() => navigator.clipboard.readText());
}
