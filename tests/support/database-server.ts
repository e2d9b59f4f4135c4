import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '#lib/db/connect.server.ts';
import { startEmbedded } from '#lib/db/embedded.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';

/** A PostgreSQL for one run of tests, with a migrated database to copy from. */
export interface DatabaseServer {
	/** The URL of the server's own database, from which others are created. */
	serverUrl: string;
	template: string;
	stop: () => Promise<void>;
}

// Tests lose nothing in a crash that matters, so the disk is not waited for.
const careless = {
	fsync: 'off',
	synchronous_commit: 'off',
	full_page_writes: 'off',
	shared_buffers: '64MB',
	max_connections: '200'
};

/** Starts the embedded PostgreSQL in a folder of its own, or uses the server at TEST_DATABASE_URL. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
	const { serverUrl, stop } = await anyServer();
	const template = `entremise_template_${randomBytes(4).toString('hex')}`;
	await administer(serverUrl, `create database ${template}`);
	const { db, close } = openDatabase({ url: databaseAt(serverUrl, template) });
	await migrate(db);
	await close();
	return {
		serverUrl,
		template,
		stop: async () => {
			await dropDatabase(serverUrl, template);
			await stop();
		}
	};
}

/** Copies the migrated database (some 40 ms) and answers the URL of the copy. */
export async function copyDatabase(server: Omit<DatabaseServer, 'stop'>): Promise<string> {
	const name = `entremise_test_${randomBytes(6).toString('hex')}`;
	await administer(server.serverUrl, `create database ${name} template ${server.template}`);
	return databaseAt(server.serverUrl, name);
}

/** Drops the database at that URL's end, whoever is still connected. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
	await administer(serverUrl, `drop database if exists ${name} with (force)`);
}

/** The same server, another database. */
function databaseAt(serverUrl: string, name: string): string {
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	return url.href;
}

async function anyServer(): Promise<{ serverUrl: string; stop: () => Promise<void> }> {
	const given = process.env['TEST_DATABASE_URL'];
	if (given) return { serverUrl: given, stop: async () => {} };
	const dataFolder = mkdtempSync(join(tmpdir(), 'entremise-tests-'));
	chmodSync(dataFolder, 0o711);
	const embedded = await startEmbedded({
		dataFolder,
		as: 'command',
		log: () => {},
		settings: careless
	});
	const stop = async () => {
		await embedded.stop();
		rmSync(dataFolder, { recursive: true, force: true });
	};
	return { serverUrl: databaseAt(embedded.url, 'postgres'), stop };
}

async function administer(serverUrl: string, statement: string): Promise<void> {
	const client = new Client({ connectionString: serverUrl });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
