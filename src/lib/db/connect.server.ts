import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Database } from '#lib/db/schema.ts';

/** An open database: queries through `db`, plain SQL through `pool`; `close` waits for both. */
export interface OpenDatabase {
	db: Kysely<Database>;
	pool: Pool;
	close: () => Promise<void>;
}

const { builtins, getTypeParser } = types;

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

/**
 * Opens a pool on a PostgreSQL URL. Nothing is connected before the first query.
 * bigint comes back as a number, date as 'YYYY-MM-DD', timestamptz as a Date.
 */
export function openDatabase(options: {
	url: string;
	log?: (line: string) => void;
	connections?: number;
}): OpenDatabase {
	const pool = new Pool({
		connectionString: options.url,
		max: options.connections ?? 10,
		connectionTimeoutMillis: 10_000,
		application_name: 'entremise',
		types: { getTypeParser: parserFor }
	});
	// An idle connection that breaks is replaced by the pool; without a listener it would end the process.
	// And one that breaks between two queries of a transaction tells its client alone: the next query fails.
	pool.on('connect', (client) => client.on('error', () => {}));
	pool.on('error', (error) => options.log?.(`A database connection was lost: ${error.message}.`));
	const db = new Kysely<Database>({
		dialect: new PostgresDialect({ pool }),
		plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
	});
	const close = async () => {
		await db.destroy();
		// Kysely leaves alone a pool through which it never asked anything itself.
		if (!pool.ending) await pool.end();
	};
	return { db, pool, close };
}
