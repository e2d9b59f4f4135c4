import * as fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { keepFile } from '#lib/importers/import-file.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { undoImport } from '#lib/importers/undo-import.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { createContact, updateContact } from '#lib/people/contact-save.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const linkedin = 'https://www.linkedin.com/in/';

const row = (company: string) => `${header}Pierre,Y,${linkedin}pierre-y,,${company},,\n`;

let database: TestDatabase;
let clock = Date.parse('2026-05-25T10:00:00Z');
beforeAll(async () => {
	database = await testDatabase();
});

/** Every import has a time of its own, as it has in life. */
function tick(): Date {
	return new Date((clock += 60_000));
}

async function importFile(member: Member, content: string, name = 'Connections.csv') {
	const now = tick();
	const kept = await keepFile(database.db, member, { name, content: Buffer.from(content) }, now);
	if (!kept.ok) throw new Error(kept.refusal);
	await runImport(database, { communityId: member.communityId, importId: kept.importId }, now);
	return kept.importId;
}

/** All that an import may write, row by row. */
async function everything({ communityId }: Member): Promise<Record<string, string[]>> {
	const tables = [
		'contacts',
		'contact_details',
		'positions',
		'evidence',
		'import_marks',
		'contact_events',
		'correspondents',
		'exchanges',
		'careers',
		'own_names',
		'silences'
	];
	const read = tables.map(async (table) => {
		const { rows } = await sql<{ line: string }>`
			select (to_jsonb(t) - '{id,created_at}'::text[])::text as line from ${sql.table(table)} t
			where community_id = ${communityId}`.execute(database.db);
		return [table, rows.map(({ line }) => line).toSorted()] as const;
	});
	return Object.fromEntries(await Promise.all(read));
}

describe('undoing an import', () => {
	it('leaves the book as it was before', async () => {
		const member = await newMember(database.db);
		await importFile(member, `${header}Pierre,Y,${linkedin}pierre-y,,Acme,Clerk,04 Jul 2023\n`);
		const before = await everything(member);
		const id = await importFile(
			member,
			`${header}Pierre,Yvon,${linkedin}pierre-y,p@example.com,Bull,Director,04 Jul 2023\nPaul,Z,,,,,\n`
		);
		expect(await everything(member)).not.toEqual(before);
		expect(await undoImport(database.db, member, id, tick())).toEqual({ ok: true, kept: 0 });
		expect(await everything(member)).toEqual(before);
	});

	it('leaves what a later import said, and that one can be undone after it', async () => {
		const member = await newMember(database.db);
		await importFile(member, row('Acme'));
		const before = await everything(member);
		const second = await importFile(member, row('Bull'));
		const third = await importFile(member, row('Cobalt'));
		await undoImport(database.db, member, second, tick());
		const { contacts } = await listContacts(database.db, member, {});
		expect(contacts).toMatchObject([{ company: 'Cobalt' }]);
		await undoImport(database.db, member, third, tick());
		expect(await everything(member)).toEqual(before);
	});

	it('keeps a contact that was edited by hand since, and says so', async () => {
		const member = await newMember(database.db);
		const id = await importFile(member, `${header}Pierre,Y,,,Acme,,\nPaul,Z,,,,,\n`);
		const { contacts } = await listContacts(database.db, member, { query: 'pierre' });
		const [pierre] = contacts;
		const draft = bareDraft({ givenName: 'Pierre', familyName: 'Y', notes: 'Plays the oboe' });
		await updateContact(database.db, member, pierre?.id ?? '', draft, tick());
		expect(await undoImport(database.db, member, id, tick())).toEqual({ ok: true, kept: 1 });
		const left = await listContacts(database.db, member, {});
		expect(left.contacts).toMatchObject([{ fullName: 'Pierre Y' }]);
	});

	it('leaves contacts made by hand alone', async () => {
		const member = await newMember(database.db);
		const draft = bareDraft({ givenName: 'Anne', familyName: 'Q', company: 'Own words' });
		await createContact(database.db, member, draft, tick());
		const before = await everything(member);
		const id = await importFile(member, `${header}Anne,Q,,anne@example.org,Acme,,\n`);
		await undoImport(database.db, member, id, tick());
		expect(await everything(member)).toEqual(before);
	});

	it('is refused to everybody else', async () => {
		const member = await newMember(database.db);
		const other = await newMember(database.db);
		const id = await importFile(member, `${header}Pierre,Y,,,Acme,,\n`);
		const before = await everything(member);
		const elsewhere: Member = { ...member, communityId: other.communityId };
		for (const actor of [
			other,
			elsewhere,
			{ kind: 'stranger' } as const,
			{ kind: 'system' } as const
		])
			expect(await undoImport(database.db, actor, id, tick())).toMatchObject({ ok: false });
		expect(await everything(member)).toEqual(before);
	});

	it('gives back what was there, whatever the two files say', async () => {
		const person = fc.record({
			name: fc.constantFrom('Pierre,Y', 'Paul,Z', 'Anne,Q', 'Pierre,Yvon'),
			profile: fc.constantFrom('', `${linkedin}pierre-y`, `${linkedin}paul-z`),
			email: fc.constantFrom('', 'p@example.com', 'anne@example.org'),
			company: fc.constantFrom('', 'Acme', 'Bull'),
			day: fc.constantFrom('', '04 Jul 2023', '12 May 2004')
		});
		const file = fc.array(person, { maxLength: 6 }).map((people) => {
			const rows = people.map(
				({ name, profile, email, company, day }) =>
					`${name},${profile},${email},${company},,${day}\n`
			);
			return header + rows.join('');
		});
		await fc.assert(
			fc.asyncProperty(file, file, async (first, second) => {
				const member = await newMember(database.db);
				await importFile(member, first);
				const before = await everything(member);
				const id = await importFile(member, second);
				await undoImport(database.db, member, id, tick());
				expect(await everything(member)).toEqual(before);
			}),
			{ numRuns: 40 }
		);
	});
});
