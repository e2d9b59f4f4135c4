import type { Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { expect, mailedPage, visit } from './people.ts';

/** Somebody typed into a request. */
interface Wanted {
	name: string;
	how?: string;
}

/** Goes from the empty form to the preview, in the language of `page`. */
export async function draftRequest(page: Page, email: string, targets: Wanted[]): Promise<void> {
	await visit(page, '/requests/new');
	await page.locator('input[name=connector]').fill('Dean Groves');
	await page.getByRole('option', { name: /Dean Groves/ }).click();
	// Somebody who is a contact already has an address there.
	const typed = page.locator('input[name=connector_email]');
	if (await typed.isVisible()) await typed.fill(email);
	for (const [at, { name, how }] of targets.entries()) {
		if (at > 0) await page.locator('button.add').click();
		await page.locator('.target input[name=target]').nth(at).fill(name);
		await page.getByRole('option', { name: new RegExp(name) }).click();
		await page
			.locator('.target input[name=target_how]')
			.nth(at)
			.fill(how ?? '');
	}
	await page.locator('textarea[name=reason]').fill('I would like their view on my plan.');
	await page.locator('form button.primary').click();
	await expect(page).toHaveURL(/\/write$/);
	await page.locator('form button.primary').click();
	await expect(page).toHaveURL(/\/preview$/);
}

/** The same, sent by mail; answers the address of the request's page. */
export async function sendRequest(page: Page, email: string, targets: Wanted[]): Promise<string> {
	await draftRequest(page, email, targets);
	await page.locator('form button.primary').click();
	await expect(page).toHaveURL(/\/requests\/[0-9a-f-]+\?sent=mail/);
	return new URL(page.url()).pathname;
}

/** The card about one of the targets, on the connector's page. */
export const cardOf = (page: Page, name: string) =>
	page.locator('article.card').filter({ has: page.locator('h2', { hasText: name }) });

/** The connector asks somebody at this address, from whichever page he handles the request on. */
export async function askByMail(page: Page, name: string, email: string): Promise<void> {
	const card = cardOf(page, name);
	await card
		.locator('summary', { hasText: name.split(' ')[0] })
		.first()
		.click();
	const form = card.locator('form').filter({ has: page.locator('[name=letter]') });
	await form.locator('input[name=channel][value=mail]').check();
	await form.locator('input[name=email]').fill(email);
	await form.locator('button[value=preview]').click();
	await card.locator('button[value=ask]').click();
	await expect(card.locator('button[value=ask]')).toHaveCount(0);
}

/** Opens the ask that was mailed to somebody. */
export async function openAsk(app: RunningApp, page: Page, email: string): Promise<void> {
	await page.goto(await mailedPage(app, email, 'a'));
	await expect(page.locator('input[name=answer]').first()).toBeVisible();
}

/** Gives one of the answers, with what it needs, and waits for its page. */
export async function answer(
	page: Page,
	choice: 'agree' | 'postpone' | 'decline' | 'redirect' | 'never',
	fields: Record<string, string> = {}
): Promise<void> {
	if (choice === 'redirect' || choice === 'never') await page.locator('summary').first().click();
	await page.locator(`input[name=answer][value=${choice}]`).check();
	for (const [name, value] of Object.entries(fields)) {
		const radio = page.locator(`input[type=radio][name=${name}][value="${value}"]`);
		if ((await radio.count()) > 0) await radio.check();
		else await page.locator(`[name=${name}]`).fill(value);
	}
	await page.locator('button.send').click();
	await expect(page).toHaveURL(/\/a\/[^/]+\/(agreed|later|declined|never|someone-else)\b/);
}
