import { beforeAll, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { type ContactDraft, bareDraft } from '#lib/people/contact-draft.ts';
import { countContacts, listContacts } from '#lib/people/contact-list.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

let database: TestDatabase;
let kathy: Member;

const people: (Partial<ContactDraft> & { givenName: string; familyName: string })[] = [
	{ givenName: 'Élodie', familyName: 'Lefèvre', company: 'Société Générale', position: 'Juriste' },
	{ givenName: 'Anne-Sophie', familyName: 'Martin', company: 'ACME', position: 'CFO' },
	{ givenName: 'Jean', familyName: 'Élan', company: 'Martin & Fils', position: 'Gérant' },
	{ givenName: 'Œdipe', familyName: 'Roy', howKnown: 'Voisin à Lyon' },
	{
		givenName: 'Paul',
		familyName: 'Zola',
		company: 'Beta',
		positions: [{ company: 'Thalès', title: 'Ingénieur', startedOn: '', endedOn: '' }]
	}
];

beforeAll(async () => {
	database = await testDatabase();
	kathy = await newMember(database.db);
	const now = new Date('2026-05-25T10:00:00Z');
	for (const person of people) await createContact(database.db, kathy, bareDraft(person), now);
});

async function found(query: string): Promise<string[]> {
	const { contacts } = await listContacts(database.db, kathy, { query });
	return contacts.map((contact) => contact.fullName);
}

it('finds without accents, inside words, in any order, by company, position and career', async () => {
	expect(await found('elodie')).toEqual(['Élodie Lefèvre']);
	expect(await found('LEFEVRE elo')).toEqual(['Élodie Lefèvre']);
	expect(await found('fèv')).toEqual(['Élodie Lefèvre']);
	expect(await found('juriste générale')).toEqual(['Élodie Lefèvre']);
	expect(await found('oedipe')).toEqual(['Œdipe Roy']);
	expect(await found('lyon')).toEqual(['Œdipe Roy']);
	expect(await found('thales')).toEqual(['Paul Zola']);
	expect(await found('sophie acme')).toEqual(['Anne-Sophie Martin']);
	expect(await found('nobody')).toEqual([]);
});

it('puts names that begin as typed first, then words that do, then the rest', async () => {
	expect(await found('elan')).toEqual(['Jean Élan']);
	expect(await found('an')).toEqual(['Anne-Sophie Martin', 'Jean Élan']);
});

it('takes signs that a pattern would understand as nothing at all', async () => {
	expect(await found('%')).toHaveLength(people.length);
	expect(await found('_ean')).toEqual(['Jean Élan']);
	expect(await found("\\' or 1=1 --")).toEqual([]);
});

it('pages through everybody once, whatever was typed', async () => {
	for (const query of ['', 'e', 'an']) {
		const seen: string[] = [];
		let after: string | null = null;
		do {
			const page = await listContacts(database.db, kathy, { query, after, limit: 2 });
			seen.push(...page.contacts.map((contact) => contact.id));
			after = page.next;
		} while (after);
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toHaveLength(await countContacts(database.db, kathy, { query }));
	}
});
