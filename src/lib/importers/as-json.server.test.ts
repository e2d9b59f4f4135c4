import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { asJson } from '#lib/importers/as-json.server.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await testDatabase();
});

it.each([
	['letters of every kind', 'Zoé 😀 "x" \\u0000', 'Zoé 😀 "x" \\u0000'],
	['a zero', 'a\0b', 'ab'],
	['the first half of a letter', 'Zoé \ud83d', 'Zoé \ufffd'],
	['the second half of a letter', '\ude00 Zoé', '\ufffd Zoé']
])('a row with %s is kept', async (_, written, kept) => {
	const found = await sql<{ rows: unknown }>`
		select ${asJson([{ name: written, line: 2 }, { name: 'Dean' }])} as rows`.execute(database.db);
	expect(found.rows).toEqual([{ rows: [{ name: kept, line: 2 }, { name: 'Dean' }] }]);
});
