import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { PreparedDialect } from '#lib/db/prepared-dialect.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { SharedConnections } from '#lib/db/shared-connections.server.ts';
import { camelCase, LateCamelCase } from '#lib/db/template-compiler.server.ts';

/** An open database: queries through `db`, plain SQL through `pool`; `close` waits for both. */
export interface OpenDatabase {
	db: Kysely<Database>;
	/**
	 * The same, for what is asked at every turn: see SharedConnections. It only reads. Not for what may
	 * be asked of ten rows as well as of ten thousand.
	 */
	prepared: Kysely<Database>;
	pool: Pool;
	close: () => Promise<void>;
}

const { builtins, getTypeParser } = types;

/** One is enough for two cores; more are opened where one is behind. */
const mostShared = 4;

// Counts and sums fit a number; a calendar day must not become an instant in the server's time zone.
function parserFor(oid: number, format?: 'text' | 'binary') {
	if (format === 'binary') return getTypeParser(oid, 'binary');
	if (oid === builtins.INT8) return toSafeInteger;
	if (oid === builtins.DATE) return (value: string) => value;
	return getTypeParser(oid, 'text');
}

function toSafeInteger(value: string): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for a number`);
	return number;
}

/** Where the database is, and who is told of connections that are lost. */
export interface DatabaseOptions {
	url: string;
	log?: (line: string) => void;
	/** How many in the pool at most. */
	connections?: number;
}

/**
 * Opens pools on a PostgreSQL URL. Nothing is connected before the first query.
 * bigint comes back as a number, date as 'YYYY-MM-DD', timestamptz as a Date.
 */
export function openDatabase({ url, log, connections = 10 }: DatabaseOptions): OpenDatabase {
	const config = {
		connectionString: url,
		connectionTimeoutMillis: 10_000,
		application_name: 'entremise',
		types: { getTypeParser: parserFor }
	};
	const pool = new Pool({ ...config, max: connections });
	// An idle connection that breaks is replaced by the pool; without a listener it would end the process.
	// And one that breaks between two queries of a transaction tells its client alone: the next query fails.
	pool.on('connect', (client) => client.on('error', () => {}));
	pool.on('error', (error) => log?.(`A database connection was lost: ${error.message}.`));
	const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: [camelCase] });
	const dialect = new PreparedDialect(new SharedConnections(config, mostShared));
	const prepared = new Kysely<Database>({ dialect, plugins: [new LateCamelCase()] });
	const close = async () => {
		await Promise.all([db.destroy(), prepared.destroy()]);
		// Kysely leaves alone a pool through which it never asked anything itself.
		if (!pool.ending) await pool.end();
	};
	return { db, prepared, pool, close };
}
