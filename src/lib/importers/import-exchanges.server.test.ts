import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { keepFile } from '#lib/importers/import-file.server.ts';
import { readImport } from '#lib/importers/import-report.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { undoImport } from '#lib/importers/undo-import.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const linkedin = 'https://www.linkedin.com/in/';
const connections = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Pierre,Y,${linkedin}pierre-y,pierre@example.com,Acme,Clerk,04 Jul 2023
`;
const messages = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
a,,Pierre Y,${linkedin}pierre-y,Kathy Martin,${linkedin}kathy,2023-07-05 10:00:00 UTC,,A secret,INBOX
a,,Kathy Martin,${linkedin}kathy,Pierre Y,${linkedin}pierre-y,2023-07-06 10:00:00 UTC,,A secret,INBOX
b,,Anne Q,${linkedin}anne-q,Kathy Martin,${linkedin}kathy,2022-01-05 10:00:00 UTC,,A secret,INBOX
`;
const mailbox = `From kathy@example.net Tue Mar 01 10:00:00 2022
From: Kathy <kathy@example.net>
To: Paul Z <paul@example.org>
Date: Tue, 1 Mar 2022 10:00:00 +0000
Message-ID: <1@example.net>
X-Gmail-Labels: Sent

A secret

From paul@example.org Wed Mar 02 10:00:00 2022
From: Paul Z <paul@example.org>
To: Kathy <kathy@example.net>
Date: Wed, 2 Mar 2022 10:00:00 +0000
Message-ID: <2@example.org>

A secret

From news@example.com Thu Mar 03 10:00:00 2022
From: News <news@example.com>
To: Kathy <kathy@example.net>
List-Id: <news.example.com>
Date: Thu, 3 Mar 2022 10:00:00 +0000

A secret
`;

let database: TestDatabase;
let clock = Date.parse('2026-05-25T10:00:00Z');
beforeAll(async () => {
	database = await testDatabase();
});

async function importFile(member: Member, content: string, name: string) {
	const now = new Date((clock += 60_000));
	const kept = await keepFile(database.db, member, { name, content: Buffer.from(content) }, now);
	if (!kept.ok) throw new Error(kept.refusal);
	await runImport(database, { communityId: member.communityId, importId: kept.importId }, now);
	const report = await readImport(database.db, member, kept.importId);
	if (report?.state !== 'done') throw new Error(`The import is ${report?.state}`);
	const { id, created, updated, unchanged, refused, kinds } = report;
	return { id, created, updated, unchanged, refused, kinds };
}

const takeMailbox = (member: Member, content = '') => importFile(member, content, 'All mail.mbox');

/** Whom a member exchanged what with, in words. */
async function exchanged({ communityId }: Member): Promise<string[]> {
	const rows = await database.db
		.selectFrom('exchanges')
		.innerJoin('correspondents', (join) =>
			join
				.onRef('correspondents.communityId', '=', 'exchanges.communityId')
				.onRef('correspondents.id', '=', 'exchanges.correspondentId')
		)
		.leftJoin('contacts', (join) =>
			join
				.onRef('contacts.communityId', '=', 'correspondents.communityId')
				.onRef('contacts.id', '=', 'correspondents.contactId')
		)
		.select([
			'happenedOn',
			'kind',
			'direction',
			'correspondents.fullName',
			'contacts.fullName as contact'
		])
		.where('exchanges.communityId', '=', communityId)
		.orderBy('happenedOn')
		.execute();
	return rows.map((row) =>
		[row.happenedOn, row.kind, row.direction, row.fullName, row.contact ? 'contact' : '']
			.join(' ')
			.trim()
	);
}

/** The same with the lines of files that tell of it, and who is a contact by it. */
async function told(member: Member) {
	const { rows } = await sql<{ line: string }>`
		select concat_ws(' ', e.line, r.line) as line from exchanges e
		left join retold_exchanges r on r.community_id = e.community_id
			and r.correspondent_id = e.correspondent_id and r.key = e.key
		where e.community_id = ${member.communityId} order by 1`.execute(database.db);
	const { contacts } = await listContacts(database.db, member, {});
	const names = contacts.map(({ fullName }) => fullName);
	return { names, exchanged: await exchanged(member), lines: rows.map(({ line }) => line) };
}

describe('messages', () => {
	it('are counted with whom and which way, whichever file comes first', async () => {
		const inOrder = await newMember(database.db);
		const turned = await newMember(database.db);
		await importFile(inOrder, connections, 'Connections.csv');
		const counts = await importFile(inOrder, messages, 'messages.csv');
		expect(counts).toMatchObject({ created: 3, updated: 0, unchanged: 0, refused: 0 });
		await importFile(turned, messages, 'messages.csv');
		await importFile(turned, connections, 'Connections.csv');
		const expected = [
			'2022-01-05 linkedin_message theirs Anne Q',
			'2023-07-05 linkedin_message theirs Pierre Y contact',
			'2023-07-06 linkedin_message mine Pierre Y contact'
		];
		expect(await exchanged(inOrder)).toEqual(expected);
		expect(await exchanged(turned)).toEqual(expected);
	});

	it('of the same file again change nothing', async () => {
		const member = await newMember(database.db);
		await importFile(member, messages, 'messages.csv');
		const before = await exchanged(member);
		const again = await importFile(member, messages, 'messages.csv');
		expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, refused: 0 });
		expect(await exchanged(member)).toEqual(before);
	});

	it('leave no word of theirs in the database', async () => {
		const member = await newMember(database.db);
		await importFile(member, messages, 'messages.csv');
		await importFile(member, mailbox, 'All mail.mbox');
		const { rows } = await database.pool.query(
			`select exchanges::text || correspondents::text as line from exchanges join correspondents using (community_id)
			union all select import_refusals::text from import_refusals`
		);
		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toContain('secret');
	});
});

describe('a mailbox', () => {
	it('knows the member by what was sent, and leaves newsletters out', async () => {
		const member = await newMember(database.db);
		const counts = await importFile(member, mailbox, 'All mail.mbox');
		expect(counts).toMatchObject({ created: 2, refused: 1, kinds: { message: 2, person: 1 } });
		expect(await exchanged(member)).toEqual([
			'2022-03-01 email mine Paul Z contact',
			'2022-03-02 email theirs Paul Z contact'
		]);
	});

	it('makes contacts of those with whom letters went both ways, and undoing it takes them back', async () => {
		const member = await newMember(database.db);
		const { id } = await importFile(member, mailbox, 'All mail.mbox');
		const made = await listContacts(database.db, member, {});
		expect(made.contacts.map(({ fullName }) => fullName)).toEqual(['Paul Z']);
		await undoImport(database.db, member, id, new Date(clock));
		expect((await listContacts(database.db, member, {})).contacts).toEqual([]);
		expect(await exchanged(member)).toEqual([]);
	});

	it('that several mailboxes hold stay until all are undone, in whichever order', async () => {
		const alone = await newMember(database.db);
		const letters = mailbox.split(/^(?=From )/m);
		const [first, second] = [letters.slice(0, 2), letters.slice(1)].map((some) => some.join(''));
		const undo = (member: Member, { id }: { id: string }) =>
			undoImport(database.db, member, id, new Date(clock));
		await takeMailbox(alone, second);
		const ofSecond = await told(alone);
		const firstGoes = await newMember(database.db);
		const secondGoes = await newMember(database.db);
		const before = await told(firstGoes);
		const imports = [
			await takeMailbox(firstGoes, first),
			await takeMailbox(firstGoes, second)
		] as const;
		await undo(firstGoes, imports[0]);
		expect(await told(firstGoes)).toEqual(ofSecond);
		const again = await takeMailbox(firstGoes, second);
		await undo(firstGoes, imports[1]);
		expect(await told(firstGoes)).toEqual(ofSecond);
		await undo(firstGoes, again);
		expect(await told(firstGoes)).toEqual(before);

		await takeMailbox(secondGoes, first);
		const ofFirst = await told(secondGoes);
		const other = await takeMailbox(secondGoes, second);
		expect(await told(secondGoes)).not.toEqual(ofFirst);
		await undo(secondGoes, other);
		expect(await told(secondGoes)).toEqual(ofFirst);
	});
});
