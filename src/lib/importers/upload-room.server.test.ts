import { expect, it } from 'vitest';
import { beginUpload } from '#lib/importers/upload.server.ts';
import { keepFile } from '#lib/importers/import-file.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const now = new Date('2026-05-25T10:00:00Z');
const { db } = await testDatabase();
const megabytes = (count: number) => count * 1024 ** 2;
const file = (name: string, bytes: number) => ({ name, bytes, stamp: '1' });

it('a member’s files that are not read yet have room for forty gigabytes', async () => {
	const kathy = await newMember(db);
	const ten = megabytes(10 * 1024);
	const tooLarge = await beginUpload(db, kathy, file('too large', ten + 1), now);
	expect(tooLarge).toEqual({ ok: false, refusal: 'too_large' });
	for (const name of ['a', 'b', 'c', 'd'])
		expect(await beginUpload(db, kathy, file(name, ten), now)).toMatchObject({ ok: true });
	const oneMore = await beginUpload(db, kathy, file('e', 1), now);
	expect(oneMore).toEqual({ ok: false, refusal: 'too_many' });
	// What has begun goes on.
	expect(await beginUpload(db, kathy, file('d', ten), now)).toMatchObject({ ok: true });
	const content = Buffer.from('First Name,Last Name\nPierre,Yvon\n');
	const plain = await keepFile(db, kathy, { name: 'Connections.csv', content }, now);
	expect(plain).toEqual({ ok: false, refusal: 'too_many' });
});

it('in the demo, which is open to everybody, there is little room', async () => {
	const kathy = await newMember(db);
	await db
		.updateTable('communities')
		.set({ kind: 'demo' })
		.where('id', '=', kathy.communityId)
		.execute();
	const tooLarge = await beginUpload(db, kathy, file('too large', megabytes(50) + 1), now);
	expect(tooLarge).toEqual({ ok: false, refusal: 'too_large_demo' });
	const all = ['a', 'b', 'c', 'd', 'e'].map((name) =>
		beginUpload(db, kathy, file(name, megabytes(50)), now)
	);
	expect((await Promise.all(all)).filter(({ ok }) => ok)).toHaveLength(4);
});
