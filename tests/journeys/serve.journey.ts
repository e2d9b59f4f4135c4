import { expect, test } from '../support/journey.ts';

test('the first page is served, and a stop lets everything end well', async ({ app, page }) => {
	await page.goto('/');
	await expect(page.locator('h1')).toBeVisible();
	expect(app.output()).toContain(`Entremise is ready at ${app.url}\n`);
	expect(await app.stop()).toBe(0);
	expect(app.output()).toContain('Entremise has stopped.');
});

test('a forged Host and a foreign Origin are of no use', async ({ app, request }) => {
	const forged = await request.get('/sign-in', { headers: { host: 'evil.example.org' } });
	expect(await forged.text()).not.toContain('evil.example.org');
	const foreign = await request.post('/sign-in', {
		form: { email: 'kathy@example.org' },
		headers: { origin: 'https://evil.example.org' }
	});
	expect(foreign.status()).toBe(403);
	expect(app.process.exitCode).toBeNull();
});
