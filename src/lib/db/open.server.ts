import { type OpenDatabase, openDatabase } from '#lib/db/connect.server.ts';
import { startEmbedded } from '#lib/db/embedded.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { StartRefused } from '#lib/db/start-refused.ts';

/** The database the configuration asks for, up to date; `close` also lets go of the embedded one. */
export interface ConfiguredDatabase extends OpenDatabase {
	mode: 'embedded' | 'server';
	/** Its URL, for what must open connections of its own. It may hold a password: never print it. */
	url: string;
}

/** Which database to open, and as what. */
export interface OpenOptions {
	databaseUrl?: string | undefined;
	dataFolder: string;
	log: (line: string) => void;
	/** 'command' works beside a running application; the default, 'application', wants the folder for itself. */
	as?: 'application' | 'command';
}

/**
 * Opens the server at `databaseUrl`, or starts (or joins) the embedded database of `dataFolder`, and migrates it.
 * Refuses (StartRefused) with a sentence for the person who starts it.
 */
export async function openConfigured(options: OpenOptions): Promise<ConfiguredDatabase> {
	const opened = await openUnmigrated(options);
	try {
		await migrate(opened.db);
		return opened;
	} catch (error) {
		await opened.close();
		throw error;
	}
}

/** The same, whatever schema it finds there: for what must not change it, or changes it by itself. */
export async function openUnmigrated(options: OpenOptions): Promise<ConfiguredDatabase> {
	const { databaseUrl, log } = options;
	if (databaseUrl) return reached(openDatabase({ url: databaseUrl, log }), databaseUrl);
	const embedded = await startEmbedded({ ...options, as: options.as ?? 'application' });
	const opened = openDatabase({ url: embedded.url, log });
	const close = async () => {
		await opened.close();
		await embedded.stop();
	};
	return { ...opened, close, url: embedded.url, mode: 'embedded' };
}

async function reached(opened: OpenDatabase, url: string): Promise<ConfiguredDatabase> {
	try {
		await opened.pool.query('select 1');
		return { ...opened, url, mode: 'server' };
	} catch (error) {
		await opened.close();
		const reason = error instanceof Error ? error.message : String(error);
		throw new StartRefused(
			`The PostgreSQL server that DATABASE_URL names does not answer (${reason}). Check the address, the user and the password.`
		);
	}
}
