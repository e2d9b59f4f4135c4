import { defineConfig } from 'vitest/config';

export default defineConfig({
	// The application's own extends a file that SvelteKit generates, which is not there before its first run.
	tsconfig: 'tests/support/vitest.tsconfig.json',
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'migrations/**/*.test.ts'],
		globalSetup: ['tests/support/global-database.ts'],
		pool: 'forks',
		testTimeout: 60_000,
		hookTimeout: 120_000
	}
});
