import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { type ClientBase, Pool, type PoolConfig, types } from 'pg';
import { preparing } from '#lib/db/preparing.server.ts';
import type { Database } from '#lib/db/schema.ts';

/** An open database: queries through `db`, plain SQL through `pool`; `close` waits for both. */
export interface OpenDatabase {
	db: Kysely<Database>;
	/**
	 * The same, for what is asked at every turn: a statement is planned once a connection and not each
	 * time. Not for what may be asked of ten rows as well as of ten thousand.
	 */
	prepared: Kysely<Database>;
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

/** Where the database is, and who is told of connections that are lost. */
export interface DatabaseOptions {
	url: string;
	log?: (line: string) => void;
	/** How many at most, twice. */
	connections?: number;
}

/**
 * Opens pools on a PostgreSQL URL. Nothing is connected before the first query.
 * bigint comes back as a number, date as 'YYYY-MM-DD', timestamptz as a Date.
 */
export function openDatabase(options: DatabaseOptions): OpenDatabase {
	const pool = poolAt(options);
	const db = through(pool);
	const prepared = through(preparing(poolAt({ ...options, onConnect: planForAll })));
	const close = async () => {
		await Promise.all([db.destroy(), prepared.destroy()]);
		// Kysely leaves alone a pool through which it never asked anything itself.
		if (!pool.ending) await pool.end();
	};
	return { db, prepared, pool, close };
}

function poolAt({ url, log, connections = 10, ...more }: DatabaseOptions & Connecting): Pool {
	const pool = new Pool({
		connectionString: url,
		max: connections,
		connectionTimeoutMillis: 10_000,
		application_name: 'entremise',
		types: { getTypeParser: parserFor },
		...more
	});
	// An idle connection that breaks is replaced by the pool; without a listener it would end the process.
	// And one that breaks between two queries of a transaction tells its client alone: the next query fails.
	pool.on('connect', (client) => client.on('error', () => {}));
	pool.on('error', (error) => log?.(`A database connection was lost: ${error.message}.`));
	return pool;
}

type Connecting = Pick<PoolConfig, 'onConnect'>;

/** A plan that suits any value, from the first time on: PostgreSQL would plan anew for each. */
async function planForAll(client: ClientBase): Promise<void> {
	await client.query('set plan_cache_mode = force_generic_plan');
}

function through(pool: PostgresPool): Kysely<Database> {
	return new Kysely<Database>({
		dialect: new PostgresDialect({ pool }),
		plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
	});
}
