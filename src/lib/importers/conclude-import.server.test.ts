import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { concludeImport } from '#lib/importers/conclude-import.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

it('while the end of a file is written, nothing else changes the book of its member', async () => {
	const { db } = await testDatabase();
	const { communityId, memberId: ownerId } = await newMember(db);
	const reading = {
		book: { communityId, ownerId },
		importId: crypto.randomUUID(),
		now: new Date('2026-05-25T10:00:00Z'),
		refusedBefore: 0,
		country: undefined,
		own: new Set<string>(),
		told: new Set<string>(),
		found: []
	};
	const free = () =>
		sql`select from members where id = ${ownerId} for no key update skip locked`.execute(db);
	await db.transaction().execute(async (trx) => {
		await concludeImport(trx, reading);
		expect((await free()).rows).toHaveLength(0);
	});
	expect((await free()).rows).toHaveLength(1);
});
