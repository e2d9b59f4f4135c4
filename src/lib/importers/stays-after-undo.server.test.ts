import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, stranger, system } from '#lib/access/actor.ts';
import { keepFile } from '#lib/importers/import-file.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { whoStays } from '#lib/importers/stays-after-undo.server.ts';
import { undoImport } from '#lib/importers/undo-import.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { updateContact } from '#lib/people/contact-save.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const people = ['Anne', 'Dean', 'Lea', 'Marc', 'Paul', 'Pierre', 'Zoe'];

let database: TestDatabase;
let clock = Date.parse('2026-05-25T10:00:00Z');
beforeAll(async () => {
	database = await testDatabase();
});

async function importRows(member: Member, rows: string): Promise<string> {
	const file = { name: 'Connections.csv', content: Buffer.from(header + rows) };
	const now = new Date((clock += 60_000));
	const kept = await keepFile(database.db, member, file, now);
	if (!kept.ok) throw new Error(kept.refusal);
	await runImport(database, { communityId: member.communityId, importId: kept.importId }, now);
	return kept.importId;
}

const names = async (member: Member) =>
	(await listContacts(database.db, member, {})).contacts.map(({ fullName }) => fullName);

describe('whoever outlives an undone import', () => {
	it('is told before, each once and with the reason, and stays', async () => {
		const { db } = database;
		const member = await newMember(db);
		const rows = people.map((name) => `${name},Y,https://www.linkedin.com/in/${name},,,,\n`);
		const id = await importRows(member, rows.join(''));
		expect(await whoStays(db, member, id)).toEqual([]);

		const { contacts } = await listContacts(db, member, {});
		const idOf = (name: string) =>
			contacts.find(({ fullName }) => fullName === `${name} Y`)?.id ?? '';
		const draft = bareDraft({ givenName: 'Anne', familyName: 'Y', notes: 'Met in Lyon' });
		await updateContact(db, member, idOf('Anne'), draft, new Date(clock));
		const owner = { communityId: member.communityId, ownerId: member.memberId };
		await db
			.insertInto('acquaintances')
			.values({ ...owner, connectorId: idOf('Dean'), targetId: idOf('Anne') })
			.execute();
		await importRows(member, 'Lea,Y,https://www.linkedin.com/in/Lea,,Acme,Clerk,\n');

		const staying = [
			{ reason: 'edited', count: 1, names: ['Anne Y'] },
			{ reason: 'known', count: 1, names: ['Dean Y'] },
			{ reason: 'other_file', count: 1, names: ['Lea Y'] }
		];
		expect(await whoStays(db, member, id)).toEqual(staying);
		expect(await undoImport(db, member, id, new Date(clock))).toEqual({ ok: true, kept: 3 });
		expect(await whoStays(db, member, id)).toEqual(staying);
		expect(await names(member)).toEqual(['Anne Y', 'Dean Y', 'Lea Y']);
	});

	it('is told to the member alone, by a few names', async () => {
		const { db } = database;
		const member = await newMember(db);
		const rows = people.map((name) => `${name},Y,https://www.linkedin.com/in/${name},,,,\n`);
		const id = await importRows(member, rows.join(''));
		await importRows(member, rows.join('').replaceAll(',,,\n', ',Acme,,\n'));
		expect(await whoStays(db, member, id)).toEqual([
			{ reason: 'other_file', count: 7, names: people.slice(0, 5).map((name) => `${name} Y`) }
		]);
		const others = [stranger, system, await newMember(db, member.communityId), await newMember(db)];
		for (const actor of others) expect(await whoStays(db, actor, id)).toEqual([]);
		expect(await whoStays(db, member, 'nothing')).toEqual([]);
	});
});
