import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/** Rows of an import after which the database's idea of its tables is too old to plan by. */
const steps = [1000, 10_000, 100_000, 1_000_000];

const tables = [
	'contacts',
	'contact_details',
	'positions',
	'evidence',
	'contact_events',
	'import_marks',
	'correspondents',
	'exchanges',
	'retold_exchanges'
];

/** Whether an import that has written so many rows has come to a step. */
export function isDue(before: number, now: number): boolean {
	return steps.some((step) => before < step && step <= now);
}

/**
 * Has the database look at what an import wrote, a few thousand rows a table: until it does so by
 * itself, a minute later, it takes the tables for nearly empty, and checks ten thousand contacts one
 * against the other.
 */
export async function refreshStatistics(db: Kysely<Database>): Promise<void> {
	const names = tables.map((table) => sql.table(table));
	await db.transaction().execute(async (trx) => {
		await sql`set local default_statistics_target = 10`.execute(trx);
		await sql`analyze ${sql.join(names)}`.execute(trx);
	});
}
