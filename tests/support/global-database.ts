import type { TestProject } from 'vitest/node';
import { startDatabaseServer } from './database-server.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		databaseServer: { serverUrl: string; template: string };
	}
}

/** One PostgreSQL for the whole run; each test file copies its migrated database. */
export default async function setup(project: TestProject) {
	const { stop, ...server } = await startDatabaseServer();
	project.provide('databaseServer', server);
	return stop;
}
