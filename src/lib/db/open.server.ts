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

/**
 * Opens the server at `databaseUrl`, or starts (or joins) the embedded database of `dataFolder`, and migrates it.
 * `as: 'command'` works beside a running application; the default, 'application', wants the folder for itself.
 * Refuses (StartRefused) with a sentence for the person who starts it.
 */
export async function openConfigured(options: {
	databaseUrl?: string | undefined;
	dataFolder: string;
	log: (line: string) => void;
	as?: 'application' | 'command';
}): Promise<ConfiguredDatabase> {
	const { databaseUrl, log } = options;
	if (databaseUrl) return migrated(openDatabase({ url: databaseUrl, log }), databaseUrl, 'server');
	const embedded = await startEmbedded({ ...options, as: options.as ?? 'application' });
	const opened = openDatabase({ url: embedded.url, log });
	const close = async () => {
		await opened.close();
		await embedded.stop();
	};
	return migrated({ ...opened, close }, embedded.url, 'embedded');
}

async function migrated(
	opened: OpenDatabase,
	url: string,
	mode: ConfiguredDatabase['mode']
): Promise<ConfiguredDatabase> {
	try {
		if (mode === 'server') await reach(opened);
		await migrate(opened.db);
		return { ...opened, url, mode };
	} catch (error) {
		await opened.close();
		throw error;
	}
}

async function reach({ pool }: OpenDatabase): Promise<void> {
	try {
		await pool.query('select 1');
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new StartRefused(
			`The PostgreSQL server that DATABASE_URL names does not answer (${reason}). Check the address, the user and the password.`
		);
	}
}
