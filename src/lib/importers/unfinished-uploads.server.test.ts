import { expect, it } from 'vitest';
import { resumeImport } from '#lib/importers/steer-import.server.ts';
import { eraseStopped, eraseUnfinished } from '#lib/importers/unfinished-uploads.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
const enqueue = async () => {};
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

it('a night erases, with its pieces, what nobody sent to its end, and leaves the rest', async () => {
	const { db } = await testDatabase();
	const { communityId, memberId } = await newMember(db);
	const keep = async (
		fileName: string,
		state: 'uploading' | 'mapping' | 'done',
		times: [begun: number, lastPiece?: number]
	) => {
		const [begun, lastPiece] = times;
		const { id: importId } = await db
			.insertInto('imports')
			.values({
				communityId,
				memberId,
				fileName,
				state,
				createdAt: hoursAgo(begun),
				lastPieceAt: lastPiece === undefined ? null : hoursAgo(lastPiece)
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const piece = { communityId, importId, ordinal: 0, content: Buffer.from('x') };
		await db.insertInto('importPieces').values(piece).execute();
	};
	await keep('forgotten', 'uploading', [25]);
	await keep('cut off', 'uploading', [50, 25]);
	await keep('still coming', 'uploading', [50, 1]);
	await keep('just begun', 'uploading', [2]);
	await keep('unnamed for a week', 'mapping', [24 * 8, 24 * 8]);
	await keep('unnamed for a day', 'mapping', [25, 25]);
	await keep('done', 'done', [24 * 90]);
	expect(await eraseUnfinished(db, now)).toBe(3);
	const left = await db.selectFrom('imports').select('fileName').orderBy('fileName').execute();
	expect(left.map(({ fileName }) => fileName)).toEqual([
		'done',
		'just begun',
		'still coming',
		'unnamed for a day'
	]);
	expect(await db.selectFrom('importPieces').select('ordinal').execute()).toHaveLength(4);
});

it('a night erases the file of an import that was stopped a week ago, which goes on no more', async () => {
	const { db } = await testDatabase();
	const kathy = await newMember(db);
	const { communityId, memberId } = kathy;
	const stopped = async (createdAt: Date) => {
		const { id: importId } = await db
			.insertInto('imports')
			.values({ communityId, memberId, fileName: 'mail.mbox', state: 'cancelled', createdAt })
			.returning('id')
			.executeTakeFirstOrThrow();
		const piece = { communityId, importId, ordinal: 0, content: Buffer.from('x') };
		await db.insertInto('importPieces').values(piece).execute();
		return importId;
	};
	const [old, recent] = [await stopped(hoursAgo(24 * 8)), await stopped(hoursAgo(24 * 6))];
	expect(await eraseStopped(db, now)).toBe(1);
	expect(await eraseStopped(db, now)).toBe(0);
	const left = await db.selectFrom('importPieces').select('importId').execute();
	expect(left).toEqual([{ importId: recent }]);
	expect(await resumeImport(db, kathy, old, enqueue)).toBe(false);
	expect(await resumeImport(db, kathy, recent, enqueue)).toBe(true);
});
