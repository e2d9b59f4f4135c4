import { sql } from 'kysely';

/** Rows as one value of a statement, for jsonb_to_recordset. */
export function asJson(rows: readonly unknown[]) {
	const json = JSON.stringify(rows);
	return sql`${odd.test(json) ? JSON.stringify(rows, wellFormed) : json}::jsonb`;
}

/** As JSON writes a zero and half of a letter; seldom, and to look at each value takes long. */
const odd = /\\u(?:0000|d[89a-f])/;

/** A text cut inside a letter of two halves is no valid JSON to PostgreSQL, nor is a zero in it. */
function wellFormed(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;
}
