import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { asOne } from '#lib/db/as-one.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { db } = await testDatabase();

test('several statements asked as one answer as each would by itself, in its order', async () => {
	const numbers = sql<{ someNumber: number }>`
		with given as (select unnest(${[3, 1, 2]}::int[]) as n)
		select n as "someNumber" from given order by n`;
	const answers = await asOne(db, {
		numbers,
		nobody: sql<{ id: string }>`select id from members where false`,
		oneFact: sql<{ fact: object | null }>`select '{"some_key": 1}'::jsonb as fact`
	});
	expect(answers).toEqual({
		numbers: (await numbers.execute(db)).rows,
		nobody: [],
		oneFact: [{ fact: { some_key: 1 } }]
	});
	expect(answers.numbers.map(({ someNumber }) => someNumber)).toEqual([1, 2, 3]);
});

test('what is named before all of them is read by each', async () => {
	const twice = sql<{ twice: number }>`select 2 * n as twice from named`;
	const { one, other } = await asOne(
		db,
		{ one: twice, other: sql<{ n: number }>`select n from named` },
		sql`with named (n) as (select 21)`
	);
	expect([one, other]).toEqual([[{ twice: 42 }], [{ n: 21 }]]);
});
