import { beforeEach, describe, expect, it } from 'vitest';
import { type Member, stranger, system } from '#lib/access/actor.ts';
import { knowing, type TypedPerson } from '#lib/matching/known-person.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { whoIsTyped } from '#lib/matching/typed-person.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { shareContact, type SharedDraft } from '../../../tests/support/shared-books.ts';

const { db } = await testDatabase();
const now = new Date('2026-06-01T10:00:00Z');
let kathy: Member;
let dean: Member;
let lea: Member;

beforeEach(async () => {
	kathy = await newMember(db);
	dean = await newMember(db, kathy.communityId);
	lea = await newMember(db, kathy.communityId);
	await name(dean, 'Dean Groves');
	await name(lea, 'Léa Roux');
});

async function name({ memberId }: Member, to: string) {
	await db.updateTable('members').set({ name: to }).where('id', '=', memberId).execute();
}

async function contact(owner: Member, draft: SharedDraft): Promise<string> {
	const id = await shareContact(db, owner, draft);
	const { communityId, memberId } = owner;
	await matchPersons(db, { communityId, memberId }, now);
	return id;
}

const pierre = { givenName: 'Pierre', familyName: 'Yvon', company: 'Entreprise X' };
const typed = (one: Partial<TypedPerson>): TypedPerson => ({
	name: 'Pierre Yvon',
	company: '',
	apart: [],
	...one
});
const asked = (one: Partial<TypedPerson> = {}, actor = kathy) => whoIsTyped(db, actor, typed(one));
const names = async (one: Partial<TypedPerson>) => (await asked(one)).map((person) => person.name);

describe('a typed person', () => {
	it('is asked about once for all who show that they know them, with what they show', async () => {
		const email = 'pierre.yvon@example.com';
		const deans = await contact(dean, { ...pierre, position: 'CFO', email });
		await contact(lea, { ...pierre, company: 'Entreprise X SA', email });
		const [person, ...others] = await asked({ company: 'entreprise x' });
		expect(others).toEqual([]);
		expect(person).toMatchObject({ name: 'Pierre Yvon', ownId: null });
		expect(person && knowing(person).map((one) => one.name)).toEqual(['Dean Groves', 'Léa Roux']);
		expect(person?.knownBy.map(({ id }) => id)).toContain(deans);
		expect(JSON.stringify(person)).not.toContain('@');
	});

	it('is found in another spelling or order, also where the company is another', async () => {
		await contact(dean, pierre);
		for (const name of ['YVON Pierre', 'yvon pierre', 'pierre yvon', 'Piérre  YVON'])
			expect(await names({ name }), name).toEqual(['Pierre Yvon']);
		expect(await names({ company: 'Banque Z' })).toEqual(['Pierre Yvon']);
		expect(await names({ name: 'P. Yvon', company: 'Entreprise X' })).toEqual(['Pierre Yvon']);
	});

	it('is not asked about by a part of a name, nor where only the company or a part is the same', async () => {
		await contact(dean, pierre);
		for (const name of ['Yvon', 'Pierre', '', '@', 'Anne Yvon', 'Pierre Martin', 'Pierrette Yvon'])
			expect(await names({ name, company: 'Entreprise X' }), name).toEqual([]);
	});

	it('is never more than three people', async () => {
		for (const company of ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'])
			await contact(dean, { ...pierre, company });
		expect(await names({})).toHaveLength(3);
		expect((await asked({ company: 'Delta' }))[0]).toMatchObject({ company: 'Delta' });
	});

	it('is one’s own contact first, and nobody twice', async () => {
		const email = 'pierre.yvon@example.com';
		const own = await contact(kathy, { ...pierre, email, sharing: 'private' });
		await contact(dean, { ...pierre, email });
		expect(await asked({})).toEqual([
			{
				id: own,
				ownId: own,
				name: 'Pierre Yvon',
				company: 'Entreprise X',
				position: '',
				knownBy: []
			}
		]);
	});

	it('is not asked about again once it was said that it is another', async () => {
		const deans = await contact(dean, pierre);
		expect(await asked({ apart: [deans] })).toEqual([]);
	});
});

describe('what nobody shows', () => {
	const secret = { ...pierre, familyName: 'Kerzreho', email: 'p.kerzreho@example.com' };
	const exact = { name: 'Pierre Kerzreho', company: 'Entreprise X', email: secret.email };

	it.each(['private', 'blind'] as const)(
		'is answered like an unknown name where it is %s, with everything typed right',
		async (sharing) => {
			await contact(dean, { ...secret, sharing });
			await contact(lea, { ...secret, sharing });
			const unknown = await asked({
				name: 'Nobody Whosoever',
				company: 'Nowhere',
				email: 'n@example.com'
			});
			expect(await asked(exact)).toEqual(unknown);
		}
	);

	it('changes nothing in what is answered of those who are visible', async () => {
		await contact(lea, pierre);
		const before = await asked({ company: 'Entreprise X' });
		await contact(dean, { ...pierre, sharing: 'blind', position: 'Director' });
		await contact(dean, { ...pierre, sharing: 'private' });
		expect(await asked({ company: 'Entreprise X' })).toEqual(before);
	});

	it('is not confirmed by a guess at an e-mail address or a former company', async () => {
		await contact(dean, secret);
		await contact(dean, { ...secret, email: 'other@example.com', company: 'Entreprise Y' });
		const plain = await asked({ name: exact.name });
		expect(plain).toHaveLength(2);
		// One of the two would come to stand first.
		for (const email of [secret.email, 'other@example.com'])
			expect(await asked({ name: exact.name, email }), email).toEqual(plain);
		expect(await asked({ name: 'Jean Inconnu', email: secret.email })).toEqual([]);
		const former = { communityId: dean.communityId, company: 'Ancienne Banque' };
		for (const { id: contactId } of plain.slice(1))
			await db
				.insertInto('positions')
				.values({ ...former, contactId })
				.execute();
		const elsewhere = await asked({ name: exact.name, company: 'Autre Banque' });
		expect(await asked({ name: exact.name, company: 'Ancienne Banque' })).toEqual(elsewhere);
	});

	it('is gone at once when it is made private', async () => {
		const id = await contact(dean, pierre);
		expect(await asked()).toHaveLength(1);
		await shareContacts(db, dean, { ids: [id] }, 'private', sharingChanged);
		expect(await asked()).toEqual([]);
	});

	it('is not shown to a stranger, another community, the holder of a link, nor of a removed member', async () => {
		await contact(dean, pierre);
		const elsewhere = await newMember(db);
		const link = {
			kind: 'connector_link',
			communityId: kathy.communityId,
			requestId: kathy.memberId
		} as const;
		for (const actor of [stranger, system, elsewhere, link])
			expect(await whoIsTyped(db, actor, typed({}))).toEqual([]);
		expect(await asked({}, dean)).toMatchObject([{ knownBy: [] }]);
		await db
			.updateTable('members')
			.set({ removedAt: now })
			.where('id', '=', dean.memberId)
			.execute();
		expect(await asked()).toEqual([]);
	});
});
