import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/** Rows after which the database's idea of its tables is too old to plan by. */
const many = 1000;

const tables = [
	'contacts',
	'contact_details',
	'positions',
	'evidence',
	'contact_events',
	'import_marks',
	'correspondents',
	'exchanges'
];

/**
 * Has the database look at what a large import wrote: until it does so by itself, a minute later, it
 * takes the tables for nearly empty, and checks ten thousand contacts one against the other.
 */
export async function refreshStatistics(db: Kysely<Database>, rows: number): Promise<void> {
	if (rows < many) return;
	const names = tables.map((table) => sql.table(table));
	await sql`analyze ${sql.join(names)}`.execute(db);
}
