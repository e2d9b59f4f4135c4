import { test as base } from '@playwright/test';
import { type RunningApp, startApp } from './app.ts';

export { expect } from '@playwright/test';

interface Journey {
	/** What this journey's application is configured with, besides its database and mail server. */
	appEnv: Record<string, string>;
	app: RunningApp;
}

/** A journey has an application of its own: `test('Kathy …', async ({ page, app }) => …)`. */
export const test = base.extend<Journey>({
	appEnv: [{}, { option: true }],
	app: async ({ appEnv }, use, journey) => {
		const app = await startApp(appEnv);
		await use(app);
		await app.stop();
		await journey.attach('what the application said', { body: app.output() });
	},
	baseURL: async ({ app }, use) => use(app.url)
});
