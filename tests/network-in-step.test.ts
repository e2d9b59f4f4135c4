import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { usualLimits } from '#lib/network/network-limits.ts';
import type { PathQuestion } from '#lib/network/path-finder.ts';
import { testDatabase } from './support/database.ts';
import { networkVillage } from './support/network-village.ts';
import { newMember } from './support/new-member.ts';
import { testFolder, testPaths } from './support/paths.ts';
import { shareContact } from './support/shared-books.ts';

const { db, url } = await testDatabase();

function to({ communityId, memberId }: Member, ...targets: string[]): PathQuestion {
	return { communityId, memberId, targets, k: 10, maxTies: 3 };
}

const inAnotherProcess = (sql: string) =>
	promisify(execFile)(process.execPath, ['tests/support/change-network.ts', url, sql]);

describe('paths of an application', () => {
	it('have what another process changed, within a second, without anybody’s asking', async () => {
		const { kathy, dean, pierre } = await networkVillage(db);
		const anne = await newMember(db, kathy.communityId);
		const twin = await shareContact(db, anne, { fullName: 'Pierre Y', sharing: 'private' });
		// Nothing is read anew before an answer that does not tell of it: others' news come by themselves.
		const finder = testPaths(url, { limits: { ...usualLimits, fewContacts: 0 } });
		const over = async () =>
			(await finder.paths(to(kathy, pierre, twin))).first.map(({ people }) => people[1]);
		expect(await over()).toEqual([`member ${dean.memberId}`]);
		await inAnotherProcess(`update contacts set sharing = 'visible' where id = '${twin}'`);
		await expect
			.poll(over, { timeout: 1000, interval: 20 })
			.toEqual([`member ${dean.memberId}`, `member ${anne.memberId}`]);
		await inAnotherProcess(`update members set removed_at = now() where id = '${dean.memberId}'`);
		expect(await over()).toEqual([`member ${anne.memberId}`]);
	});

	it('are kept when it stops, and the same when it starts again', async () => {
		const { kathy, pierre, deanAsContact } = await networkVillage(db);
		const options = { dataFolder: testFolder(), limits: { ...usualLimits, worthKeeping: 0 } };
		const before = testPaths(url, options);
		const found = await before.paths(to(kathy, pierre, deanAsContact));
		expect(found.first).toHaveLength(2);
		await before.stop();
		await expect(before.paths(to(kathy, pierre))).rejects.toThrow('any more');
		const after = testPaths(url, options);
		expect(await after.paths(to(kathy, pierre, deanAsContact))).toEqual(found);
	});

	it('are asked for anew in a new thread where one dies', async () => {
		const { kathy, pierre } = await networkVillage(db);
		const finder = testPaths(url, { thread: resolve('tests/support/dying-thread.ts') });
		expect(await finder.paths(to(kathy, pierre))).toEqual({ first: [], more: [] });
	});

	it('are refused where a question cannot be meant, and the next one is answered', async () => {
		const { kathy, pierre } = await networkVillage(db);
		const finder = testPaths(url);
		await expect(finder.paths({ ...to(kathy, pierre), k: 0 })).rejects.toThrow();
		expect((await finder.paths(to(kathy, pierre))).first).toHaveLength(1);
	});
});
