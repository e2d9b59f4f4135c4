import { describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { changePeace } from '#lib/introductions/own-peace.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { testDatabase } from '../../../../../tests/support/database.ts';
import { newMember } from '../../../../../tests/support/new-member.ts';
import { actions } from './+page.server.ts';

const { db } = await testDatabase();
const app = {
	db,
	config: { secret: 'a secret for these tests only' },
	limits: { take: async () => ({ ok: true }) },
	queue: { enqueue: async () => {} }
};

function begin(actor: Member, fields: Record<string, string>) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const request = new Request('http://localhost:4780/', { method: 'POST', body });
	return actions['begin']?.({ request, locals: { app, actor, member: actor } } as never);
}

const namesOf = async (actor: Member) =>
	(await listContacts(db, actor)).contacts.map(({ fullName }) => fullName);

/** Kathy, and Dean who is asked about work alone. */
async function workOnly() {
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	await changePeace(db, dean, { asksMonthly: 4, asksFor: ['job'] });
	const { email } = await db
		.selectFrom('members')
		.select('email')
		.where('id', '=', dean.memberId)
		.executeTakeFirstOrThrow();
	return { kathy, dean, email };
}

const asked = { target: 'Pierre Yvon', goal: 'client' };
const refused = { status: 422, data: { accepts: ['job'], typed: { goal: 'client' } } };

describe('beginning a request', () => {
	it('keeps nobody where the connector is not asked for this, however they are named', async () => {
		const { kathy, dean, email } = await workOnly();
		const byMember = { ...asked, connector: 'Dean Groves', connector_member: dean.memberId };
		expect(await begin(kathy, byMember)).toMatchObject(refused);
		const byEmail = { ...asked, connector: 'Dean Groves', connector_email: email };
		expect(await begin(kathy, byEmail)).toMatchObject(refused);
		expect(await namesOf(kathy)).toEqual([]);
		const details = [{ kind: 'email' as const, value: email, normalised: email }];
		const contact = bareDraft({ givenName: 'Dean', familyName: 'Groves', details });
		await createContact(db, kathy, contact, new Date('2026-11-23T10:00:00Z'));
		expect(await begin(kathy, { ...asked, connector: 'Dean Groves' })).toMatchObject(refused);
		expect(await namesOf(kathy)).toEqual(['Dean Groves']);
	});

	it('keeps nobody where there is no such connector', async () => {
		const { kathy } = await workOnly();
		const nobody = { ...asked, connector: 'Dean', connector_member: crypto.randomUUID() };
		expect(await begin(kathy, nobody)).toMatchObject({ status: 404 });
		expect(await namesOf(kathy)).toEqual([]);
	});

	it('keeps them where it begins', async () => {
		const { kathy, dean } = await workOnly();
		const wanted = { target: 'Pierre Yvon', goal: 'job', connector: 'Dean Groves' };
		await expect(
			begin(kathy, { ...wanted, connector_member: dean.memberId })
		).rejects.toMatchObject({ status: 303 });
		expect(await namesOf(kathy)).toEqual(['Pierre Yvon']);
	});
});
