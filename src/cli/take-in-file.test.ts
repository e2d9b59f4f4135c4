import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readImport } from '#lib/importers/import-report.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { newMember } from '../../tests/support/new-member.ts';
import { scratchFolder } from '../../tests/support/scratch.ts';
import { takeInFile } from './take-in-file.ts';

const { db } = await testDatabase();
const folder = scratchFolder();
const now = new Date('2026-11-23T06:30:31Z');

it.each([
	['book.vcf', 'BEGIN:VCARD\nFN:Zoé Martin\nEMAIL:zoe@example.com\nEND:VCARD\n'],
	['people.csv', 'Nom;Prénom;Courriel\nMorgan;Dean;dean@example.com\n'],
	['large.csv', `Nom;Prénom;Courriel\nMorgan;Dean;dean@example.com${' '.repeat(9_000_000)}\n`]
])('a file too large for one piece is taken in by several: %s', async (name, content) => {
	const member = await newMember(db);
	const path = join(folder, name);
	writeFileSync(path, content);
	const taken = await takeInFile(db, member, path, now, 10);
	if (!taken.ok) throw new Error(taken.refusal);
	const { communityId } = member;
	await runImport({ db }, { communityId, importId: taken.importId }, now);
	const report = await readImport(db, member, taken.importId);
	const rows = name === 'large.csv' ? { created: 0, refused: 1 } : { created: 1, refused: 0 };
	expect(report).toMatchObject({ state: 'done', fileName: name, ...rows });
});

it('what is no file, or none of a kind that is read, is refused', async () => {
	const member = await newMember(db);
	const junk = join(folder, 'junk.txt');
	writeFileSync(junk, 'hello '.repeat(10));
	for (const [path, refusal] of [
		[folder, 'no_file'],
		[join(folder, 'nowhere'), 'missing'],
		[junk, 'unknown_format']
	] as const)
		expect(await takeInFile(db, member, path, now, 10)).toEqual({ ok: false, refusal });
});
