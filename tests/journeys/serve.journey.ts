import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, serve } from '../support/app.ts';
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

test('on the embedded database, a second application is refused, and a crash is survived', async () => {
	const DATA_FOLDER = mkdtempSync(join(tmpdir(), 'entremise-journey-'));
	const first = await serve({ DATA_FOLDER });
	await expect(serve({ DATA_FOLDER })).rejects.toThrow(
		`serve ended with 1:\nAnother Entremise is already running on ${DATA_FOLDER}.`
	);
	first.process.kill('SIGKILL');
	const second = await serve({ DATA_FOLDER });
	expect((await fetch(second.url)).ok).toBe(true);
	expect(await end(second.process)).toBe(0);
	rmSync(DATA_FOLDER, { recursive: true });
});
