import { beforeAll, expect, it } from 'vitest';
import { type Actor, type Member, stranger, system } from '#lib/access/actor.ts';
import { keepFile } from '#lib/importers/import-file.server.ts';
import { readImport } from '#lib/importers/import-report.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { importSharing, shareImport } from '#lib/importers/share-import.server.ts';
import { undoImport } from '#lib/importers/undo-import.server.ts';
import { beginUpload } from '#lib/importers/upload.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { shareBook } from '#lib/people/share-book.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import type { SharingChoice } from '#lib/people/sharing-level.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const changed = async () => undefined;
let database: TestDatabase;

beforeAll(async () => {
	database = await testDatabase();
});

async function importOf(member: Member, rows: string, sharing: SharingChoice): Promise<string> {
	const own = sharing === 'book' ? null : sharing;
	const file = { name: 'Connections.csv', content: Buffer.from(header + rows), sharing: own };
	const kept = await keepFile(database.db, member, file, now);
	if (!kept.ok) throw new Error(kept.refusal);
	const key = { communityId: member.communityId, importId: kept.importId };
	await runImport(database, key, now);
	return kept.importId;
}

async function levels(member: Member): Promise<Record<string, string>> {
	const { contacts } = await listContacts(database.db, member);
	return Object.fromEntries(contacts.map(({ fullName, sharing }) => [fullName, sharing]));
}

it('is private where nothing was chosen, else as the book, else as chosen for it', async () => {
	const dean = await newMember(database.db);
	await importOf(dean, 'Pierre,Y,,,,,\n', 'book');
	await shareBook(database.db, dean, 'visible', changed);
	await importOf(dean, 'Paul,Z,,,,,\n', 'book');
	const blind = await importOf(dean, 'Nadia,B,,,,,\n', 'blind');
	expect(await levels(dean)).toEqual({
		'Pierre Y': 'visible',
		'Paul Z': 'visible',
		'Nadia B': 'blind'
	});
	await shareBook(database.db, dean, 'private', changed);
	expect(await levels(dean)).toEqual({
		'Pierre Y': 'private',
		'Paul Z': 'private',
		'Nadia B': 'blind'
	});
	expect((await readImport(database.db, dean, blind))?.sharing).toBe('blind');
});

it('is of the contacts it creates, never of those it finds', async () => {
	const dean = await newMember(database.db);
	const row = 'Pierre,Y,https://www.linkedin.com/in/pierre-y,,Acme,,\n';
	await importOf(dean, row, 'private');
	const second = await importOf(dean, `${row}Paul,Z,,,,,\n`, 'visible');
	expect(await levels(dean)).toEqual({ 'Pierre Y': 'private', 'Paul Z': 'visible' });
	expect(await importSharing(database.db, dean, second)).toEqual({
		private: 0,
		blind: 0,
		visible: 1
	});
});

it('changes afterwards for all that the import created, but for those chosen for themselves', async () => {
	const dean = await newMember(database.db);
	const id = await importOf(dean, 'Pierre,Y,,,,,\nPaul,Z,,,,,\nNadia,B,,,,,\n', 'book');
	await shareContacts(database.db, dean, { query: 'nadia' }, 'private', changed);
	expect(await shareImport(database.db, dean, id, 'visible', changed)).toEqual({
		ok: true,
		contacts: 2
	});
	expect(await levels(dean)).toMatchObject({ 'Pierre Y': 'visible', 'Nadia B': 'private' });
	await shareImport(database.db, dean, id, 'book', changed);
	await shareBook(database.db, dean, 'blind', changed);
	expect(await levels(dean)).toEqual({
		'Pierre Y': 'blind',
		'Paul Z': 'blind',
		'Nadia B': 'private'
	});
});

it('is told in the history of each contact, and keeps none of them from going when the import is undone', async () => {
	const dean = await newMember(database.db);
	const id = await importOf(dean, 'Pierre,Y,,,,,\nPaul,Z,,,,,\n', 'book');
	await shareImport(database.db, dean, id, 'visible', changed);
	await shareImport(database.db, dean, id, 'visible', changed);
	const events = await database.db
		.selectFrom('contactEvents')
		.select('detail')
		.where('communityId', '=', dean.communityId)
		.where('kind', '=', 'shared')
		.execute();
	const detail = { sharing: 'visible', by: 'import', undone: false };
	expect(events).toEqual([{ detail }, { detail }]);
	await shareContacts(database.db, dean, { query: 'paul' }, 'blind', changed);
	expect(await undoImport(database.db, dean, id, now)).toEqual({ ok: true, kept: 0 });
	expect(await levels(dean)).toEqual({});
});

it('is chosen with the upload, and again where a cut upload is taken up', async () => {
	const dean = await newMember(database.db);
	const file = { name: 'Connections.csv', bytes: 10, stamp: '1' };
	const first = await beginUpload(database.db, dean, { ...file, sharing: 'visible' }, now);
	const again = await beginUpload(database.db, dean, { ...file, sharing: 'private' }, now);
	expect(again).toEqual(first);
	const id = first.ok ? first.importId : '';
	expect((await readImport(database.db, dean, id))?.sharing).toBe('private');
});

it('is chosen and read by its member alone', async () => {
	const dean = await newMember(database.db);
	const id = await importOf(dean, 'Pierre,Y,,,,,\n', 'private');
	const others: Actor[] = [
		stranger,
		system,
		await newMember(database.db, dean.communityId),
		await newMember(database.db),
		{ ...dean, communityId: (await newMember(database.db)).communityId }
	];
	const nothing = { private: 0, blind: 0, visible: 0 };
	for (const actor of others) {
		expect(await shareImport(database.db, actor, id, 'visible', changed)).toEqual({
			ok: false,
			refusal: 'not_allowed'
		});
		expect(await importSharing(database.db, actor, id)).toEqual(nothing);
	}
	expect(await levels(dean)).toEqual({ 'Pierre Y': 'private' });
	expect(await shareImport(database.db, dean, 'x', 'visible', changed)).toMatchObject({
		ok: false
	});
});
