import { describe, expect, it } from 'vitest';
import { startApp } from '#lib/app.server.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { testConfig } from '../../tests/support/config.ts';

const { url } = await testDatabase();

describe('the application', () => {
	it('starts on the configured database, and closes as often as it is asked to', async () => {
		const app = await startApp(testConfig({ databaseUrl: url }), { log: () => {} });
		const { rows } = await app.pool.query('select 1 as one');
		expect(rows).toEqual([{ one: 1 }]);
		await Promise.all([app.close(), app.close()]);
		await expect(app.pool.query('select 1')).rejects.toThrow();
	});
});
