import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../tests/support/database.ts';
import { entremise } from '../../tests/support/entremise.ts';
import { networkVillage } from '../../tests/support/network-village.ts';
import { testFolder, testPaths } from '../../tests/support/paths.ts';

const { db, url } = await testDatabase();
const dataFolder = testFolder();
const env = { DATABASE_URL: url, DATA_FOLDER: dataFolder };
const said = z.object({
	ok: z.boolean(),
	rebuilt: z.array(
		z.object({ community: z.string(), members: z.int(), contacts: z.int(), ties: z.int() })
	)
});

it('has running applications read anew what they did not notice', async () => {
	const { kathy, pierre } = await networkVillage(db);
	const { communityId, memberId } = kathy;
	const finder = testPaths(url, { dataFolder });
	const paths = async () => {
		const asked = { communityId, memberId, targets: [pierre], k: 5, maxTies: 3 as const };
		return (await finder.paths(asked)).first;
	};
	expect(await paths()).toHaveLength(1);
	await db.transaction().execute(async (trx) => {
		await sql`set local session_replication_role = replica`.execute(trx);
		await sql`update contacts set sharing = 'private' where id = ${pierre}`.execute(trx);
	});
	expect(await paths()).toHaveLength(1);
	const { code, stdout } = await entremise(['network', 'rebuild', communityId, '--json'], env);
	expect(code).toBe(0);
	expect(said.parse(JSON.parse(stdout)).rebuilt).toMatchObject([
		{ community: communityId, members: 2, contacts: 2 }
	]);
	await expect.poll(paths, { timeout: 10_000 }).toEqual([]);
});

it.each([['nobody'], ['00000000-0000-4000-8000-000000000000']])(
	'refuses %s, which is no community',
	async (community) => {
		const { code, stderr, stdout } = await entremise(['network', 'rebuild', community], env);
		expect(code).toBe(1);
		expect(stdout + stderr).toContain('There is no such community.');
	}
);

it('refuses what it does not know', async () => {
	expect((await entremise(['network', 'tear'], env)).code).toBe(2);
});
