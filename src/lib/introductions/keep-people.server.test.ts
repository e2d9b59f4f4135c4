import { describe, expect, it } from 'vitest';
import { keepPeople } from '#lib/introductions/keep-people.server.ts';
import { newRequest } from '#lib/introductions/new-request.ts';
import { acquaintancesOf } from '#lib/network/acquaintances.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const { db } = await testDatabase();
const now = new Date('2026-03-02T09:00:00Z');

async function keep(member: Awaited<ReturnType<typeof newMember>>, company = '') {
	const typed = { connector: { name: 'Dean Groves' }, targets: [{ name: 'Pierre Yvon', company }] };
	return keepPeople(db, member, newRequest.parse(typed), ['colleagues at ACME'], now);
}

describe('the people of a request', () => {
	it('become contacts, and the path between them is kept', async () => {
		const kathy = await newMember(db);
		const { targets } = await keep(kathy);
		const paths = await acquaintancesOf(db, kathy, targets[0]?.contactId ?? '');
		expect(paths).toMatchObject([
			{ contact: { fullName: 'Dean Groves' }, how: 'colleagues at ACME' }
		]);
	});

	it('are not kept twice when their names are typed again', async () => {
		const kathy = await newMember(db);
		const first = await keep(kathy);
		const second = await keep(kathy);
		expect(second).toEqual(first);
		expect((await listContacts(db, kathy)).contacts).toHaveLength(2);
	});

	it('are kept apart from a namesake at another company', async () => {
		const kathy = await newMember(db);
		const one = await keep(kathy, 'Entreprise X');
		const other = await keep(kathy, 'Entreprise Y');
		expect(other.targets[0]?.contactId).not.toBe(one.targets[0]?.contactId);
		expect((await keep(kathy, 'entreprise y')).targets).toMatchObject([
			{ contactId: other.targets[0]?.contactId }
		]);
	});

	it('are nobody else’s contacts', async () => {
		const [kathy, anne] = [await newMember(db), await newMember(db)];
		await keep(kathy);
		expect((await listContacts(db, anne)).contacts).toEqual([]);
	});
});
