import { beforeEach, describe, expect, it } from 'vitest';
import { type Member, stranger } from '#lib/access/actor.ts';
import { communityPeople } from '#lib/matching/community-people.server.ts';
import { knowing } from '#lib/matching/known-person.ts';
import { knownPersons } from '#lib/matching/known-persons.server.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
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

const contact = (owner: Member, draft: SharedDraft) => shareContact(db, owner, draft);
async function matchAll() {
	for (const { communityId, memberId } of [kathy, dean, lea])
		await matchPersons(db, { communityId, memberId }, now);
}
const list = async (wanted: Parameters<typeof communityPeople>[2] = {}, actor = kathy) =>
	(await communityPeople(db, actor, wanted)).people.map(
		(person) =>
			`${person.name}: ${knowing(person)
				.map((one) => one.name)
				.join(', ')}`
	);

const email = 'pierre.yvon@example.com';
const pierre = { givenName: 'Pierre', familyName: 'Yvon', company: 'Entreprise X', email };
const yvon = { givenName: 'Pierre', familyName: 'YVON', company: 'Banque Z', email };

describe('the people of a community', () => {
	it('stand there once, with all who show that they know them', async () => {
		await contact(dean, pierre);
		await contact(lea, yvon);
		await contact(lea, { givenName: 'Anne', familyName: 'Morgan' });
		await matchAll();
		expect(await list()).toEqual(['Anne Morgan: Léa Roux', 'Pierre YVON: Dean Groves, Léa Roux']);
		// One’s own contact is not what others show; the person is theirs all the same.
		expect(await list({}, dean)).toEqual(['Anne Morgan: Léa Roux', 'Pierre YVON: Léa Roux']);
	});

	it('are found by what any of their contacts shows, and told as that one does', async () => {
		await contact(dean, pierre);
		await contact(lea, yvon);
		await matchAll();
		expect(await list({ search: 'entreprise' })).toEqual(['Pierre Yvon: Dean Groves, Léa Roux']);
		expect(await list({ search: 'banque' })).toEqual(['Pierre YVON: Dean Groves, Léa Roux']);
		expect(await list({ search: 'pierre' })).toHaveLength(1);
		expect(await list({ search: 'nobody' })).toEqual([]);
	});

	it('come page by page, each once and none left out, whatever stands twice', async () => {
		for (let at = 0; at < 9; at += 1) {
			const one = { givenName: `Zoé${'abcdefghi'[at]}`, familyName: `Kerzreho${'ihgfedcba'[at]}` };
			const mail = `zoe${at}@example.com`;
			for (const owner of at % 3 === 0 ? [dean] : [dean, lea])
				await contact(owner, { ...one, email: mail, company: owner === dean ? 'Zed' : 'Aix' });
		}
		await matchAll();
		for (const search of ['', 'zoe', 'kerzreho zed']) {
			const whole = await list({ search });
			expect(whole).toHaveLength(9);
			const paged: string[] = [];
			let after: string | null = null;
			do {
				const wanted: Parameters<typeof communityPeople>[2] = { search, after, limit: 2 };
				paged.push(...(await list(wanted)));
				after = (await communityPeople(db, kathy, wanted)).next;
			} while (after !== null);
			expect(paged).toEqual(whole);
		}
	});

	it('tell nothing of those who are blind or private, nor by whom else they are known', async () => {
		const shown = await contact(dean, pierre);
		await matchAll();
		const before = [await communityPeople(db, kathy, {}), await knownPersons(db, kathy, [shown])];
		const blind = await contact(lea, { ...yvon, sharing: 'blind' });
		const hidden = await contact(lea, { ...yvon, sharing: 'private' });
		await matchAll();
		expect([
			await communityPeople(db, kathy, {}),
			await knownPersons(db, kathy, [shown, blind, hidden])
		]).toEqual(before);
	});

	it('are let go of at once by whoever makes a contact private', async () => {
		const deans = await contact(dean, pierre);
		await contact(lea, yvon);
		await matchAll();
		await shareContacts(db, dean, { ids: [deans] }, 'private', sharingChanged);
		expect(await list()).toEqual(['Pierre YVON: Léa Roux']);
		expect(await knownPersons(db, kathy, [deans])).toEqual([]);
	});

	it('are the reader’s own too, where they have them, shared or not', async () => {
		const own = await contact(kathy, { ...pierre, sharing: 'private' });
		const deans = await contact(dean, pierre);
		await matchAll();
		expect(await knownPersons(db, kathy, [deans])).toMatchObject([{ ownId: own }]);
		expect(await knownPersons(db, lea, [deans])).toMatchObject([{ ownId: null }]);
		expect(await knownPersons(db, kathy, [own])).toEqual([]);
	});

	it('are nobody to strangers and other communities, and gone with a removed member', async () => {
		const deans = await contact(dean, pierre);
		await matchAll();
		const elsewhere = await newMember(db);
		for (const actor of [stranger, elsewhere]) {
			expect((await communityPeople(db, actor, {})).people).toEqual([]);
			expect(await knownPersons(db, actor, [deans, 'nothing'])).toEqual([]);
		}
		const removed = { removedAt: now };
		await db.updateTable('members').set(removed).where('id', '=', dean.memberId).execute();
		expect(await list()).toEqual([]);
		expect(await knownPersons(db, kathy, [deans])).toEqual([]);
	});

	it('are nobody where an address stands in the place of a name', async () => {
		const id = await contact(dean, { fullName: 'secret.person@example.com', company: 'ACME' });
		await matchAll();
		expect(await list()).toEqual([]);
		expect(await knownPersons(db, kathy, [id])).toEqual([]);
	});
});
