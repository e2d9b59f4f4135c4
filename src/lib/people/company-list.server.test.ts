import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import {
	companyDecisionsOf,
	decideCompanies,
	forgetCompanyDecisions
} from '#lib/people/company-decisions.server.ts';
import { findCompany, listCompanies } from '#lib/people/company-list.server.ts';
import { bareDraft, type ContactDraft } from '#lib/people/contact-draft.ts';
import { countContacts } from '#lib/people/contact-list.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

let database: TestDatabase;
let kathy: Member;
let dean: Member;
const now = new Date('2026-05-25T10:00:00Z');

async function contact(owner: Member, company: string, email = ''): Promise<void> {
	const detail: ContactDraft['details'] = [{ kind: 'email', value: email, normalised: email }];
	const draft = bareDraft({
		givenName: 'Anne',
		familyName: 'Roy',
		company,
		details: email ? detail : []
	});
	await createContact(database.db, owner, draft, now);
}

beforeAll(async () => {
	database = await testDatabase();
	kathy = await newMember(database.db);
	dean = await newMember(database.db, kathy.communityId);
	for (const company of ['ACME', 'Acme', 'Acme SAS', 'Acme France', 'Orange', 'Orange Bank', ''])
		await contact(kathy, company);
	await contact(kathy, 'IBM', 'one@ibm.example.com');
	await contact(kathy, 'International Basket Makers', 'two@ibm.example.com');
	await contact(dean, 'Acme');
});

const names = async (query: string) =>
	(await listCompanies(database.db, kathy, query)).map(({ name, contacts }) => [name, contacts]);

it('tells each company once, with everybody who works there, found by any of its spellings', async () => {
	expect(await names('')).toEqual([
		['ACME', 4],
		['IBM', 2],
		['Orange', 1],
		['Orange Bank', 1]
	]);
	expect(await names('acme sas')).toEqual([['ACME', 4]]);
	expect(await names('basket')).toEqual([['IBM', 2]]);
	expect(await names('roy')).toEqual([]);
	expect(await names('nobody')).toEqual([]);
});

it('finds a company by any of its names, and the contacts who work there', async () => {
	const acme = await findCompany(database.db, kathy, 'acme FRANCE');
	const companies = acme?.spellings.flatMap(({ written }) => written);
	expect(companies?.toSorted()).toEqual(['ACME', 'Acme', 'Acme France', 'Acme SAS']);
	expect(await countContacts(database.db, kathy, { companies })).toBe(4);
	expect(await countContacts(database.db, kathy, { companies: [] })).toBe(0);
	expect(await findCompany(database.db, kathy, 'Beta')).toBeUndefined();
});

it('is nothing to somebody who is no member', async () => {
	expect(await listCompanies(database.db, { kind: 'stranger' }, '')).toEqual([]);
	expect(await findCompany(database.db, { kind: 'stranger' }, 'Acme')).toBeUndefined();
});

describe('what a member decides', () => {
	const apart = { names: ['Acme France'], others: ['ACME', 'Acme SAS'] };

	it('holds in their book alone, and is taken back', async () => {
		expect(await decideCompanies(database.db, kathy, apart, 'apart', now)).toBe(true);
		expect((await names('acme')).toSorted()).toEqual([
			['ACME', 3],
			['Acme France', 1]
		]);
		expect((await findCompany(database.db, kathy, 'acme'))?.apart).toEqual(['Acme France']);
		expect((await findCompany(database.db, kathy, 'acme france'))?.apart).toEqual(['ACME']);
		const deans = { communityId: dean.communityId, ownerId: dean.memberId };
		expect(await companyDecisionsOf(database.db, deans)).toEqual([]);
		expect(await forgetCompanyDecisions(database.db, dean, apart)).toBe(false);
		expect(await forgetCompanyDecisions(database.db, kathy, apart)).toBe(true);
		expect(await names('acme')).toEqual([['ACME', 4]]);
	});

	it('is the last that they said of two names', async () => {
		const pair = { names: ['Orange'], others: ['orange bank'] };
		await decideCompanies(database.db, kathy, pair, 'same', now);
		expect(await names('orange')).toEqual([['Orange', 2]]);
		await decideCompanies(
			database.db,
			kathy,
			{ names: ['ORANGE BANK'], others: ['Orange'] },
			'apart',
			now
		);
		expect(await names('orange')).toHaveLength(2);
		await forgetCompanyDecisions(database.db, kathy, pair);
	});

	it('of a name and itself is nothing', async () => {
		const same = { names: ['Acme'], others: ['ACME', ''] };
		expect(await decideCompanies(database.db, kathy, same, 'same', now)).toBe(false);
	});

	it('is gone with their account', async () => {
		const member = await newMember(database.db, kathy.communityId);
		const book = { communityId: member.communityId, ownerId: member.memberId };
		await decideCompanies(database.db, member, apart, 'apart', now);
		expect(await companyDecisionsOf(database.db, book)).toHaveLength(2);
		await database.db.deleteFrom('members').where('id', '=', member.memberId).execute();
		expect(await companyDecisionsOf(database.db, book)).toEqual([]);
	});
});
