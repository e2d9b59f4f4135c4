import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/support/chromium.ts';

export default defineConfig({
	testDir: 'tests/journeys',
	testMatch: '**/*.journey.ts',
	outputDir: 'test-results/journeys',
	globalSetup: './tests/support/global-journeys.ts',
	fullyParallel: true,
	forbidOnly: Boolean(process.env['CI']),
	workers: 2,
	timeout: 120_000,
	expect: { timeout: 15_000 },
	use: {
		launchOptions: await findChromium(),
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure'
	}
});
