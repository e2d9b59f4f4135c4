import { afterAll, inject } from 'vitest';
import { type OpenDatabase, openDatabase } from '#lib/db/connect.server.ts';
import { copyDatabase, dropDatabase } from './database-server.ts';

/** A database of its own for a test file: migrated, otherwise empty, gone when the file is done. */
export interface TestDatabase extends OpenDatabase {
	url: string;
}

/** Call once a file, at the top or in beforeAll: `const { db } = await testDatabase();` */
export async function testDatabase(): Promise<TestDatabase> {
	const server = inject('databaseServer');
	const url = await copyDatabase(server);
	const opened = openDatabase({ url });
	let closed: Promise<void> | undefined;
	const close = () =>
		(closed ??= opened
			.close()
			.then(() => dropDatabase(server.serverUrl, new URL(url).pathname.slice(1))));
	afterAll(close);
	return { ...opened, url, close };
}
