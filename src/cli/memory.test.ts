import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Member } from '#lib/access/actor.ts';
import { keepFile } from '#lib/importers/import-file.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { entremise } from '../../tests/support/entremise.ts';
import { newMember } from '../../tests/support/new-member.ts';

const database = await testDatabase();
const env = { DATABASE_URL: database.url };
const positions = `Company Name,Title,Description,Location,Started On,Finished On
ACME,Director,,,Jan 1999,Dec 2003
`;
const connections = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Pierre,Yvon,https://www.linkedin.com/in/pierre-y,,Acme SAS,Clerk,12 May 2002
`;
const said = z.object({
	ok: z.boolean(),
	error: z.string().optional(),
	contact: z.object({ id: z.string(), name: z.string() }).optional(),
	sentence: z.object({ fr: z.string(), en: z.string() }).optional(),
	facts: z.array(z.looseObject({ kind: z.string(), inferred: z.boolean() })).optional(),
	dormant: z.boolean().optional()
});
let dean: Member;
let other: Member;
let pierre: string;

beforeAll(async () => {
	dean = await newMember(database.db);
	other = await newMember(database.db, dean.communityId);
	await bring('Positions.csv', positions);
	await bring('Connections.csv', connections);
	const { contacts } = await listContacts(database.db, dean, {});
	pierre = contacts[0]?.id ?? '';
});

async function bring(name: string, content: string) {
	const now = new Date('2026-05-25T10:00:00Z');
	const kept = await keepFile(database.db, dean, { name, content: Buffer.from(content) }, now);
	if (!kept.ok) throw new Error(kept.refusal);
	await runImport(database, { communityId: dean.communityId, importId: kept.importId }, now);
}

async function emailOf({ memberId }: Member): Promise<string> {
	const query = database.db.selectFrom('members').select('email').where('id', '=', memberId);
	return (await query.executeTakeFirstOrThrow()).email;
}

async function memory(member: Member, contact: string) {
	const words = ['memory', '--member', await emailOf(member), '--contact', contact, '--json'];
	const { code, stdout } = await entremise(words, env);
	return { code, ...said.parse(JSON.parse(stdout)) };
}

it('prints how a member knows a contact, what is inferred, and from which file and line', async () => {
	const told = await memory(dean, pierre);
	expect(told).toMatchObject({
		code: 0,
		contact: { id: pierre, name: 'Pierre Yvon' },
		dormant: false,
		sentence: {
			en: expect.stringContaining('Probably colleagues at ACME (you were there: January 1999')
		}
	});
	expect(told.facts).toContainEqual(
		expect.objectContaining({
			kind: 'same_company',
			inferred: true,
			source: expect.objectContaining({ file: 'Positions.csv', line: 2 })
		})
	);
	expect(told.facts).toContainEqual(
		expect.objectContaining({
			kind: 'connected',
			on: '2002-05-12',
			inferred: false,
			source: expect.objectContaining({ file: 'Connections.csv', line: 2 })
		})
	);
});

it('tells nobody of the contacts of somebody else', async () => {
	expect(await memory(other, pierre)).toMatchObject({ code: 1, ok: false });
	expect(await memory(dean, 'no id')).toMatchObject({ code: 1, ok: false });
});
