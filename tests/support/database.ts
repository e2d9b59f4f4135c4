import { afterAll, inject } from 'vitest';
import { type OpenDatabase, openDatabase } from '#lib/db/connect.server.ts';
import { copyDatabase, dropDatabase } from './database-server.ts';

/** A database of its own for a test file: migrated, otherwise empty, gone when the file is done. */
export interface TestDatabase extends OpenDatabase {
	url: string;
}

const closing: Array<() => Promise<void>> = [];
afterAll(async () => {
	for (const close of closing) await close();
});

/** Call once a file, at the top or in beforeAll: `const { db } = await testDatabase();` */
export async function testDatabase(): Promise<TestDatabase> {
	const url = await testDatabaseUrl();
	const opened = openDatabase({ url });
	let closed: Promise<void> | undefined;
	const close = () => (closed ??= opened.close());
	closing.unshift(close);
	return { ...opened, url, close };
}

/** The URL of a database that nothing is connected to yet: migrated, or with no table at all. */
export async function testDatabaseUrl(kind: 'migrated' | 'bare' = 'migrated'): Promise<string> {
	const { serverUrl, template } = inject('databaseServer');
	const from = kind === 'bare' ? 'template1' : template;
	const url = await copyDatabase({ serverUrl, template: from });
	closing.push(() => dropDatabase(serverUrl, new URL(url).pathname.slice(1)));
	return url;
}
