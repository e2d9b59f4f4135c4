import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { expect, test as base } from './journey.ts';

/** A browser of somebody's own. What it complains of in its console fails the journey. */
export type Meet = (options?: BrowserContextOptions) => Promise<Page>;

export const test = base.extend<{ meet: Meet }>({
	meet: async ({ app, browser }, use) => {
		const complaints: string[] = [];
		const contexts: BrowserContext[] = [];
		await use(async (options = {}) => {
			const common = { baseURL: app.url, locale: 'fr-FR', timezoneId: 'Europe/Paris' };
			const context = await browser.newContext({ ...common, ...options });
			context.setDefaultTimeout(15_000);
			contexts.push(context);
			const page = await context.newPage();
			listen(page, complaints);
			return page;
		});
		for (const context of contexts) await context.close();
		expect(complaints).toEqual([]);
	}
});

export { expect } from './journey.ts';

function listen(page: Page, complaints: string[]): void {
	const add = (what: string) => complaints.push(`${new URL(page.url()).pathname}: ${what}`);
	page.on('pageerror', (error) => add(error.message));
	page.on('console', (said) => {
		// A form or a page that was refused on purpose has this status; a missing file is told below.
		const refused = said.text().startsWith('Failed to load resource');
		if (said.type() === 'error' && !refused) add(said.text());
	});
	page.on('response', (response) => {
		const kind = response.request().resourceType();
		const file = ['script', 'stylesheet', 'image', 'font'].includes(kind);
		if (file && response.status() >= 400) add(`${response.status()} ${response.url()}`);
	});
}

/** Opens a page and waits until its scripts have taken it over, so that what is typed is heard. */
export async function visit(page: Page, url: string): Promise<void> {
	await page.goto(url);
	// SvelteKit looks after the scrolling itself once the page is all its own.
	await page.waitForFunction(() => history.scrollRestoration === 'manual');
}

const password = 'une phrase bien longue';

/** The first account of this server, with its community. */
export async function signUp(page: Page, name: string, email: string): Promise<void> {
	await visit(page, '/sign-up');
	await page.locator('input[name=name]').fill(name);
	await page.locator('input[name=email]').fill(email);
	await page.locator('input[name=password]').fill(password);
	await page.locator('input[name=password]').press('Enter');
	await expect(page).not.toHaveURL(/sign-up/);
}

/** Another member of the community of `host`, by the invitation that is mailed. */
export async function joinByMail(
	app: RunningApp,
	host: Page,
	guest: Page,
	person: { name: string; email: string; role?: 'adviser' }
): Promise<void> {
	await visit(host, '/members');
	await host.locator('input[name=email]').fill(person.email);
	if (person.role) await host.locator('select[name=role]').first().selectOption(person.role);
	await host.locator('input[name=email]').press('Enter');
	const mail = await app.smtp.waitForMail((one) => one.to.includes(person.email));
	await visit(guest, /https?:\/\/\S+/.exec(mail.text)?.[0] ?? '');
	await guest.locator('input[name=name]').fill(person.name);
	await guest.locator('input[name=password]').fill(password);
	await guest.locator('input[name=password]').press('Enter');
	await expect(guest).toHaveURL(`${app.url}/`);
}

/** The private page that a mail to somebody leads to: 'r' for a connector, 'a' for a target. */
export async function mailedPage(app: RunningApp, to: string, kind: 'r' | 'a'): Promise<string> {
	const link = new RegExp(`https?://\\S+/${kind}/\\S+`);
	const mail = await app.smtp.waitForMail((one) => one.to.includes(to) && link.test(one.text));
	return link.exec(mail.text)?.[0] ?? '';
}
