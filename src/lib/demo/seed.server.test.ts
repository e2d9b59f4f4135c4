import { describe, expect, it } from 'vitest';
import type { Actor, Member } from '#lib/access/actor.ts';
import { members } from '#lib/demo/person.ts';
import { openDemo, resetDemo } from '#lib/demo/seed.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { countBlind } from '#lib/people/count-blind.server.ts';
import { whoIsVisible } from '#lib/people/shared-contacts.server.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import { createContact, updateContact } from '#lib/people/contact-save.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { acquaintancesOf } from '#lib/network/acquaintances.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { db } = await testDatabase();
const now = new Date('2026-05-25T09:00:00Z');

async function played(name: string): Promise<Member> {
	const row = await db
		.selectFrom('members')
		.innerJoin('communities', 'communities.id', 'members.communityId')
		.select(['members.id', 'members.communityId', 'members.role'])
		.where('communities.kind', '=', 'demo')
		.where('members.name', '=', name)
		.executeTakeFirstOrThrow();
	return { kind: 'member', communityId: row.communityId, memberId: row.id, role: row.role };
}

async function realMember(): Promise<Member> {
	const { id: communityId } = await db
		.insertInto('communities')
		.values({ name: 'Alumni', kind: 'group' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const { id: memberId } = await db
		.insertInto('members')
		.values({ communityId, name: 'Noor Real', email: 'noor@example.org', role: 'owner' })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { kind: 'member', communityId, memberId, role: 'owner' };
}

async function countOf(table: 'members' | 'contacts' | 'evidence' | 'acquaintances') {
	const { communityId } = await played('Kathy Arnaud');
	const row = await db
		.selectFrom(table)
		.select((eb) => eb.fn.countAll<number>().as('rows'))
		.where('communityId', '=', communityId)
		.executeTakeFirstOrThrow();
	return row.rows;
}

describe('the demo', () => {
	it('is one, however many open it at once, and opening it again changes nothing', async () => {
		const opened = await Promise.all(Array.from({ length: 6 }, () => openDemo(db, now)));
		expect(new Set(opened.map(({ communityId }) => communityId)).size).toBe(1);
		expect(opened.filter(({ created }) => created)).toHaveLength(1);
		const before = await countOf('contacts');
		expect(before).toBeGreaterThan(250);
		expect((await openDemo(db, now)).created).toBe(false);
		expect(await countOf('contacts')).toBe(before);
		expect(await countOf('members')).toBe(members.length);
		expect(await countOf('evidence')).toBeGreaterThan(200);
	});

	it('lets Kathy find that Dean knows Pierre and Paul', async () => {
		const kathy = await played('Kathy Arnaud');
		for (const name of ['Pierre Yvon', 'Paul Zeller']) {
			const { contacts } = await listContacts(db, kathy, { query: name });
			const through = await acquaintancesOf(db, kathy, contacts[0]?.id ?? '');
			expect(through.map(({ contact }) => contact.fullName)).toEqual(['Dean Groves']);
		}
	});

	it('has one adviser, who keeps to herself whom she advises, and nobody with more rights', async () => {
		const adviser = await played('Mireille Sorbier');
		expect(adviser.role).toBe('adviser');
		for (const { name } of members.filter((one) => one.name !== 'Mireille Sorbier'))
			expect((await played(name)).role).toBe('member');
		const { contacts } = await listContacts(db, adviser);
		expect(contacts.map(({ fullName }) => fullName)).toContain('Kathy Arnaud');
		const shared = await db
			.selectFrom('contacts')
			.select('id')
			.where('communityId', '=', adviser.communityId)
			.where('ownerId', '=', adviser.memberId)
			.where('sharing', '!=', 'private')
			.execute();
		expect(shared).toEqual([]);
	});

	it('has Dean’s book visible to Kathy, Anne’s without names, and Kathy’s own private', async () => {
		const kathy = await played('Kathy Arnaud');
		const { people } = await whoIsVisible(db, kathy, { search: 'Pierre Yvon' });
		expect(people.map(({ ownerName }) => ownerName)).toEqual(['Dean Groves']);
		expect(await countBlind(db, kathy, { company: 'Pommeraie & Cie' })).toBe('someone');
		const anne = await played('Anne Lefort');
		const ofAnne = await whoIsVisible(db, kathy, { ownerId: anne.memberId });
		const dean = await played('Dean Groves');
		const ofKathy = await whoIsVisible(db, dean, { ownerId: kathy.memberId });
		expect([...ofAnne.people, ...ofKathy.people]).toEqual([]);
	});

	it('shows nothing of itself to a stranger or to a member of another community', async () => {
		const kathy = await played('Kathy Arnaud');
		const { contacts } = await listContacts(db, kathy, { query: 'Dean Groves' });
		const id = contacts[0]?.id ?? '';
		expect(await readContact(db, kathy, id)).not.toBeNull();
		const others: Actor[] = [{ kind: 'stranger' }, await realMember(), await played('Dean Groves')];
		for (const other of others) {
			expect(await readContact(db, other, id)).toBeNull();
			expect((await listContacts(db, other, { query: 'lunch promised' })).contacts).toEqual([]);
		}
		const stolen = { ...(await realMember()), communityId: kathy.communityId };
		expect(await readContact(db, stolen, id)).toBeNull();
	});

	it('lets nobody of the demo act in a real community, nor the other way round', async () => {
		const real = await realMember();
		const kathy = await played('Kathy Arnaud');
		const draft = bareDraft({ givenName: 'Ada', familyName: 'Real' });
		const created = await createContact(db, real, draft, now);
		const id = created.ok ? created.id : '';
		expect(await updateContact(db, kathy, id, draft, now)).toMatchObject({ ok: false });
		const { contacts } = await listContacts(db, kathy, { query: 'Dean Groves' });
		const changed = await updateContact(db, real, contacts[0]?.id ?? '', draft, now);
		expect(changed).toMatchObject({ ok: false });
	});

	it('begins anew: what was done is erased, and nobody else is touched', async () => {
		const real = await realMember();
		const kathy = await played('Kathy Arnaud');
		await createContact(db, kathy, bareDraft({ givenName: 'Ada', familyName: 'Added' }), now);
		await createContact(db, real, bareDraft({ givenName: 'Ada', familyName: 'Kept' }), now);
		const before = await countOf('contacts');
		const { communityId, created } = await resetDemo(db, now);
		expect(created).toBe(true);
		expect(communityId).not.toBe(kathy.communityId);
		expect(await countOf('contacts')).toBe(before - 1);
		expect((await listContacts(db, kathy)).contacts).toEqual([]);
		expect((await listContacts(db, real)).contacts).toHaveLength(1);
	});

	it('is one again when two begin it anew while others open it', async () => {
		await Promise.all([
			resetDemo(db, now),
			openDemo(db, now),
			resetDemo(db, now),
			openDemo(db, now)
		]);
		const rows = await db
			.selectFrom('communities')
			.select('id')
			.where('kind', '=', 'demo')
			.execute();
		expect(rows).toHaveLength(1);
		expect(await countOf('members')).toBe(members.length);
	});
});
