import { startDatabaseServer } from './database-server.ts';

/** One PostgreSQL for all journeys; each application they start has a copy of its migrated database. */
export default async function setup() {
	const { stop, serverUrl, template } = await startDatabaseServer();
	// The only way by which Playwright's workers learn something from here.
	process.env['JOURNEYS_DATABASE'] = JSON.stringify({ serverUrl, template });
	return stop;
}
