import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Member, stranger, system } from '#lib/access/actor.ts';
import { keepFile } from '#lib/importers/import-file.server.ts';
import { listImports, readImport } from '#lib/importers/import-report.server.ts';
import {
	allRefusedLines,
	refusalCounts,
	refusedLines
} from '#lib/importers/refused-rows.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { resumeImport, resumeInterrupted, stopImport } from '#lib/importers/steer-import.server.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
const content = Buffer.from(
	'First Name,Last Name,Email Address,Company,Position,Connected On\nPierre,Yvon,,,,\n,,,,,\n'
);

let database: TestDatabase;
let kathy: Member;
const enqueued: unknown[] = [];
const enqueue: Enqueue = async (_db, name, data) => void enqueued.push({ name, data });

beforeAll(async () => {
	database = await testDatabase();
	kathy = await newMember(database.db);
});

async function keep(member: Member = kathy): Promise<string> {
	const file = { name: '/tmp/../Connections.csv', content };
	const kept = await keepFile(database.db, member, file, now, enqueue);
	if (!kept.ok) throw new Error(kept.refusal);
	return kept.importId;
}

describe('the report of an import', () => {
	it('stays, with its counts, its refused rows and the bare name of its file', async () => {
		const { db } = database;
		const id = await keep();
		await runImport({ db }, { communityId: kathy.communityId, importId: id }, now);
		const report = await readImport(db, kathy, id);
		expect(report).toMatchObject({
			fileName: 'Connections.csv',
			state: 'done',
			created: 1,
			refused: 1,
			finishedAt: now
		});
		const refused = { file: '', line: 3, reason: 'nameless', excerpt: ',,,,,' };
		expect(await refusedLines(db, kathy, id, { most: 9, without: [] })).toEqual([refused]);
		expect(await refusedLines(db, kathy, id, { most: 9, without: ['nameless'] })).toEqual([]);
		expect(await refusalCounts(db, kathy, id)).toEqual([{ reason: 'nameless', count: 1 }]);
		const batches = await Array.fromAsync(allRefusedLines(db, kathy, id));
		expect(batches).toMatchObject([[refused]]);
		expect((await listImports(db, kathy)).map((one) => one.id)).toContain(id);
	});

	it('is read, stopped and resumed by its member alone', async () => {
		const { db } = database;
		const id = await keep();
		const others: Actor[] = [
			stranger,
			system,
			await newMember(db, kathy.communityId),
			await newMember(db),
			{ ...kathy, communityId: (await newMember(db)).communityId },
			{ kind: 'target_link', communityId: kathy.communityId, introductionId: id }
		];
		for (const actor of others) {
			expect(await readImport(db, actor, id)).toBeNull();
			expect(await listImports(db, actor)).toEqual([]);
			expect(await refusedLines(db, actor, id, { most: 9, without: [] })).toEqual([]);
			expect(await refusalCounts(db, actor, id)).toEqual([]);
			expect(await Array.fromAsync(allRefusedLines(db, actor, id))).toEqual([]);
			expect(await stopImport(db, actor, id)).toBe(false);
			expect(await resumeImport(db, actor, id, enqueue)).toBe(false);
		}
		for (const actor of [stranger, system])
			expect(await keepFile(db, actor, { name: 'x', content }, now)).toEqual({
				ok: false,
				refusal: 'not_allowed'
			});
		expect((await readImport(db, kathy, id))?.state).toBe('waiting');
	});
});

describe('an import', () => {
	it('is a job of the same transaction, stopped before it runs, and resumed by another', async () => {
		const { db } = database;
		const before = enqueued.length;
		const id = await keep();
		const key = { communityId: kathy.communityId, importId: id };
		expect(enqueued.slice(before)).toEqual([{ name: 'run_import', data: key }]);
		expect(await stopImport(db, kathy, id)).toBe(true);
		await runImport({ db }, key, now);
		expect(await readImport(db, kathy, id)).toMatchObject({ state: 'cancelled', created: 0 });
		expect(await resumeImport(db, kathy, id, enqueue)).toBe(true);
		expect(enqueued).toHaveLength(before + 2);
		await runImport({ db }, key, now);
		expect((await readImport(db, kathy, id))?.state).toBe('done');
		expect(await stopImport(db, kathy, id)).toBe(false);
		expect(await resumeImport(db, kathy, id, enqueue)).toBe(false);
	});

	it('that a stop of the application cut off is taken up again at its start', async () => {
		const own = await testDatabase();
		const member = await newMember(own.db);
		const kept = await keepFile(own.db, member, { name: 'x', content }, now);
		enqueued.length = 0;
		await resumeInterrupted(own.db, enqueue);
		const importId = kept.ok && kept.importId;
		expect(enqueued).toEqual([
			{ name: 'run_import', data: { communityId: member.communityId, importId } }
		]);
	});
});
