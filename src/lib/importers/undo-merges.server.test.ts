import * as fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { keepFile } from '#lib/importers/import-file.server.ts';
import { matchImported } from '#lib/importers/match-imported.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { undoImport } from '#lib/importers/undo-import.server.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const linkedin = 'https://www.linkedin.com/in/';

const retell = async () => {};

let database: TestDatabase;
let clock = Date.parse('2026-05-25T10:00:00Z');
const tick = () => new Date((clock += 60_000));
beforeAll(async () => {
	database = await testDatabase();
});

async function importAndMatch(member: Member, content: string): Promise<string> {
	const now = tick();
	const file = { name: 'Connections.csv', content: Buffer.from(content) };
	const kept = await keepFile(database.db, member, file, now);
	if (!kept.ok) throw new Error(kept.refusal);
	const key = { communityId: member.communityId, importId: kept.importId };
	await runImport(database, key, now);
	await matchImported(database.db, key, tick());
	return kept.importId;
}

async function write(member: Member, givenName: string, familyName: string, email: string) {
	const details = [{ kind: 'email' as const, value: email, normalised: email }];
	const draft = { ...bareDraft({ givenName, familyName }), details };
	const saved = await createContact(database.db, member, draft, tick());
	return saved.ok ? saved.id : '';
}

async function everything({ communityId }: Member): Promise<Record<string, string[]>> {
	const tables = ['contacts', 'contact_details', 'positions', 'evidence', 'import_marks'];
	const read = [...tables, 'contact_events', 'merges', 'silences'].map(async (table) => {
		const { rows } = await sql<{ line: string }>`
			select (to_jsonb(t) - '{id,created_at}'::text[])::text as line from ${sql.table(table)} t
			where community_id = ${communityId}`.execute(database.db);
		return [table, rows.map(({ line }) => line).toSorted()] as const;
	});
	return Object.fromEntries(await Promise.all(read));
}

const names = async (member: Member) =>
	(await listContacts(database.db, member)).contacts.map(({ fullName }) => fullName);

describe('undoing an import that let two contacts be one', () => {
	it('makes them two again', async () => {
		const member = await newMember(database.db);
		await write(member, 'Dean', 'Morgan', 'dean@example.com');
		await importAndMatch(member, `${header}Dean,Morgan,${linkedin}dean,,ACME,CFO,04 Jul 2023\n`);
		const before = await everything(member);
		expect(await names(member)).toHaveLength(2);
		const id = await importAndMatch(
			member,
			`${header}Dean,Morgan,${linkedin}dean,dean@example.com,ACME,CFO,04 Jul 2023\n`
		);
		expect(await names(member)).toEqual(['Dean Morgan']);
		await undoImport(database.db, member, id, tick());
		expect(await everything(member)).toEqual(before);
	});

	it('keeps a merge that the member decided, where both are still there', async () => {
		const member = await newMember(database.db);
		const keptId = await write(member, 'Dean', 'Morgan', 'dean@example.com');
		const mergedId = await write(member, 'Dino', 'Morgan', 'dino@example.com');
		const id = await importAndMatch(member, `${header}Dean,Morgan,,dean@example.com,ACME,,\n`);
		await mergeContacts(database.db, member, { keptId, mergedId }, tick(), retell);
		await undoImport(database.db, member, id, tick());
		expect(await names(member)).toEqual(['Dean Morgan']);
	});

	it('gives back what was there, whatever the files say', async () => {
		const person = fc.record({
			name: fc.constantFrom('Pierre,Y', 'P.,Y', 'Anne,Q', 'Pierre,Yvon'),
			profile: fc.constantFrom('', `${linkedin}pierre-y`, `${linkedin}paul-z`),
			email: fc.constantFrom('', 'p@example.com', 'anne@example.org'),
			company: fc.constantFrom('', 'Acme', 'Bull'),
			day: fc.constantFrom('', '04 Jul 2023', '12 May 2004')
		});
		const file = fc.array(person, { maxLength: 6 }).map((people) => {
			const rows = people.map(
				(one) =>
					`${Object.values(one)
						.join(',')
						.replace(/,([^,]*)$/, ',,$1')}\n`
			);
			return header + rows.join('');
		});
		await fc.assert(
			fc.asyncProperty(file, file, async (first, second) => {
				const member = await newMember(database.db);
				await write(member, 'Pierre', 'Y', 'p@example.com');
				await importAndMatch(member, first);
				const before = await everything(member);
				const id = await importAndMatch(member, second);
				await undoImport(database.db, member, id, tick());
				expect(await everything(member)).toEqual(before);
			}),
			{ numRuns: 15 }
		);
	}, 60_000);
});
