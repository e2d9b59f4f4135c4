import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countContacts } from '#lib/people/contact-list.server.ts';
import { testDatabase } from './support/database.ts';
import { entremise } from './support/entremise.ts';
import { newMember } from './support/new-member.ts';
import { scratchFolder } from './support/scratch.ts';

const { db, url } = await testDatabase();
const folder = scratchFolder();
const kathy = await newMember(db);
const { email } = await db
	.selectFrom('members')
	.select('email')
	.where('id', '=', kathy.memberId)
	.executeTakeFirstOrThrow();

function given(name: string, content: string): string {
	const file = join(folder, name);
	writeFileSync(file, content);
	return file;
}

const run = (...words: string[]) =>
	entremise(['import', ...words], { DATABASE_URL: url, SECRET: 's'.repeat(40) });

const connections = given(
	'Connections.csv',
	'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
		'Pierre,Yvon,https://www.linkedin.com/in/pierre-yvon,,ACME,CFO,04 Mar 2015\n,,,,,,\n'
);

it('reads a file into a member’s contacts and tells programs the counts', async () => {
	const said = await run(connections, '--member', email.toUpperCase(), '--json');
	expect(said.stderr).toBe('');
	expect(JSON.parse(said.stdout)).toEqual({
		ok: true,
		import: expect.any(String),
		rows: 2,
		created: 1,
		updated: 0,
		unchanged: 0,
		refused: 1,
		files: [expect.objectContaining({ file: 'Connections.csv', created: 1, refused: 1 })]
	});
	expect(await countContacts(db, kathy)).toBe(1);
	const again = await run(connections, '--member', email);
	expect(again.stdout).toBe('Read 2 rows: 0 created, 0 updated, 1 unchanged, 1 refused.\n');
});

it('refuses with a sentence what it cannot read, and whom it does not know', async () => {
	const other = given('other.csv', 'a,b\n1,2\n');
	for (const [words, sentence] of [
		[[join(folder, 'nowhere.csv'), '--member', email], 'There is no file'],
		[[folder, '--member', email], 'This is no file.'],
		[[other, '--member', email], 'This is no file of contacts'],
		[[connections, '--member', 'nobody@example.org'], 'There is no member']
	] as const)
		expect(await run(...words)).toMatchObject({
			code: 1,
			stderr: expect.stringContaining(sentence)
		});
});

it('reads several files, tables of any kind among them, and keeps what is readable', async () => {
	const cards = given('book.vcf', 'BEGIN:VCARD\nFN:Zoé Martin\nEMAIL:zoe@example.com\nEND:VCARD\n');
	const table = given('people.csv', 'Nom;Prénom;Courriel\nMorgan;Dean;dean@example.com\n');
	const words = [cards, given('junk.txt', 'hello'), table];
	const said = await run(...words, '--member', email, '--json');
	expect(said.code).toBe(1);
	expect(JSON.parse(said.stdout)).toMatchObject({
		rows: 2,
		created: 2,
		refusal: 'unknown_format',
		files: [
			{ file: 'book.vcf', created: 1 },
			{ refusal: 'unknown_format' },
			{ columns: ['Nom = familyName', 'Prénom = givenName', 'Courriel = email'], created: 1 }
		]
	});
	expect(await countContacts(db, kathy)).toBe(3);
});

it('asks which community is meant where an address is in several', async () => {
	const second = await newMember(db);
	await db.updateTable('members').set({ email }).where('id', '=', second.memberId).execute();
	const unclear = await run(connections, '--member', email);
	expect(unclear).toMatchObject({ code: 1, stderr: expect.stringContaining(second.communityId) });
	const clear = await run(connections, '--member', email, '--community', second.communityId);
	expect(clear.stdout).toContain('1 created');
});

it('explains itself, and refuses words that make no sense', async () => {
	expect((await run('--help')).stdout).toContain('--member EMAIL');
	expect(await run(connections)).toMatchObject({ code: 2 });
	expect(await run('--member', email)).toMatchObject({ code: 2 });
});
