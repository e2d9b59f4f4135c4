import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

type Statements<Rows> = { [Name in keyof Rows]: RawBuilder<Rows[Name]> };
type Answers<Rows> = { [Name in keyof Rows]: Rows[Name][] };

/**
 * What several statements that only read answer, asked as one; to ask costs as much as many a small
 * statement. Rows come as JSON has them: a moment as text. `before` is a WITH that all of them see.
 */
export async function asOne<Rows extends Record<string, object>>(
	db: Kysely<Database>,
	statements: Statements<Rows>,
	before: RawBuilder<unknown> = sql``
): Promise<Answers<Rows>> {
	const columns = Object.entries<RawBuilder<unknown>>(statements).map(
		([name, statement]) =>
			sql`(select coalesce(jsonb_agg(r), '[]') from (${statement}) r) as ${sql.id(name)}`
	);
	const { rows } = await sql<Answers<Rows>>`${before} select ${sql.join(columns)}`.execute(db);
	const [answers] = rows;
	if (!answers) throw new Error('A statement without a table had no row');
	return answers;
}
