import { sql } from 'kysely';

/** Rows as one value of a statement, for jsonb_to_recordset. */
export function asJson(rows: readonly unknown[]) {
	return sql`${JSON.stringify(rows, wellFormed)}::jsonb`;
}

/** A text cut inside a letter of two halves is no valid JSON to PostgreSQL, nor is a zero in it. */
function wellFormed(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;
}
