import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Member, stranger, system } from '#lib/access/actor.ts';
import { type ContactDraft, bareDraft } from '#lib/people/contact-draft.ts';
import { deleteContact, purgeDeleted, restoreContact } from '#lib/people/contact-delete.server.ts';
import { countContacts, listContacts } from '#lib/people/contact-list.server.ts';
import { readContact, readHistory } from '#lib/people/contact-read.server.ts';
import { createContact, updateContact } from '#lib/people/contact-save.server.ts';
import { addReleasedDetails } from '#lib/people/released-details.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
const email = (value: string) => ({ kind: 'email' as const, value, normalised: value });

let database: TestDatabase;
let kathy: Member;

beforeAll(async () => {
	database = await testDatabase();
	kathy = await newMember(database.db);
});

async function create(draft: Partial<ContactDraft> = {}, actor: Actor = kathy): Promise<string> {
	const whole = bareDraft({ givenName: 'Élodie', familyName: 'Lefèvre', ...draft });
	const saved = await createContact(database.db, actor, whole, now);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

describe('a contact', () => {
	it('is kept as it was written, private', async () => {
		const details = [email('elodie@example.com')];
		const positions = [{ company: 'ACME', title: 'Chef', startedOn: '1999', endedOn: '2003-05' }];
		const id = await create({ company: 'Beta', closeness: 'distant', details, positions });
		const contact = await readContact(database.db, kathy, id);
		expect(contact).toMatchObject({
			fullName: 'Élodie Lefèvre',
			company: 'Beta',
			closeness: 'distant',
			sharing: 'private',
			details: [email('elodie@example.com')],
			positions
		});
	});

	it('is changed with a history that names the fields and what was taken away', async () => {
		const id = await create({ details: [email('old@example.com')] });
		const draft = bareDraft({
			givenName: 'Élodie',
			familyName: 'Lefèvre-Roux',
			details: [email('new@example.com')]
		});
		expect(await updateContact(database.db, kathy, id, draft, now)).toEqual({ ok: true, id });
		const contact = await readContact(database.db, kathy, id);
		expect(contact?.fullName).toBe('Élodie Lefèvre-Roux');
		expect(contact?.details.map((detail) => detail.value)).toEqual(['new@example.com']);
		const [last] = (await readHistory(database.db, kathy, id)).filter(
			({ event }) => event.kind === 'edited'
		);
		expect(last?.event).toEqual({
			kind: 'edited',
			fields: ['familyName', 'emails'],
			removed: [{ kind: 'email', normalised: 'old@example.com' }]
		});
	});

	it('saved without a change leaves no trace', async () => {
		const id = await create({ details: [email('same@example.com')], notes: 'x' });
		const contact = await readContact(database.db, kathy, id);
		if (!contact) throw new Error('lost');
		await updateContact(database.db, kathy, id, contact, now);
		const history = await readHistory(database.db, kathy, id);
		expect(history.map(({ event }) => event.kind)).toEqual(['created']);
	});

	it('is deleted, brought back, and erased only after thirty days', async () => {
		const id = await create();
		expect(await deleteContact(database.db, kathy, id, now)).toBe(true);
		expect(await readContact(database.db, kathy, id)).toBeNull();
		expect(await restoreContact(database.db, kathy, id, now)).toBe(true);
		expect(await readContact(database.db, kathy, id)).not.toBeNull();
		await deleteContact(database.db, kathy, id, now);
		await purgeDeleted(database.db, new Date('2026-06-24T09:00:00Z'));
		expect(await restoreContact(database.db, kathy, id, now)).toBe(true);
		await deleteContact(database.db, kathy, id, now);
		expect(await purgeDeleted(database.db, new Date('2026-06-24T11:00:00Z'))).toBe(1);
		expect(await restoreContact(database.db, kathy, id, now)).toBe(false);
	});

	it('that is erased leaves no trace of letters with its person', async () => {
		const { db } = database;
		const { communityId, memberId: ownerId } = kathy;
		const [gone, stays] = [await create(), await create()];
		await db
			.insertInto('correspondents')
			.values(
				[gone, stays].map((contactId) => ({ communityId, ownerId, key: contactId, contactId }))
			)
			.execute();
		await deleteContact(db, kathy, gone, now);
		expect(await purgeDeleted(db, new Date('2026-06-24T11:00:00Z'))).toBe(1);
		const left = await db.selectFrom('correspondents').select('key').execute();
		expect(left).toEqual([{ key: stays }]);
	});

	it('takes in the details its person released, and remembers who opened the door', async () => {
		const id = await create();
		const release = { details: [email('elodie.pro@example.com')], through: 'Dean' };
		expect(await addReleasedDetails(database.db, kathy, id, release, now)).toBe(true);
		const contact = await readContact(database.db, kathy, id);
		expect(contact?.details).toMatchObject([email('elodie.pro@example.com')]);
		const history = await readHistory(database.db, kathy, id);
		expect(history.map(({ event }) => event)).toContainEqual({
			kind: 'details_released',
			kinds: ['email'],
			through: 'Dean'
		});
	});
});

describe('the doors of a contact', () => {
	it('are closed to everyone but its owner, as if it were not there', async () => {
		const { db } = database;
		const id = await create({ company: 'Secret' });
		const others: Actor[] = [
			stranger,
			system,
			await newMember(db, kathy.communityId),
			{ ...(await newMember(db, kathy.communityId)), role: 'owner' },
			await newMember(db),
			{ ...kathy, communityId: (await newMember(db)).communityId },
			{ kind: 'connector_link', communityId: kathy.communityId, requestId: id },
			{ kind: 'target_link', communityId: kathy.communityId, introductionId: id }
		];
		for (const actor of others) {
			expect(await readContact(db, actor, id)).toBeNull();
			expect(await readHistory(db, actor, id)).toEqual([]);
			expect((await listContacts(db, actor, { query: 'secret' })).contacts).toEqual([]);
			expect((await listContacts(db, actor, { after: id })).contacts).toEqual([]);
			expect(await countContacts(db, actor)).toBe(0);
			const draft = bareDraft({ givenName: 'X', familyName: '' });
			expect(await updateContact(db, actor, id, draft, now)).toMatchObject({ ok: false });
			expect(await deleteContact(db, actor, id, now)).toBe(false);
			const release = { details: [email('x@example.com')], through: '' };
			expect(await addReleasedDetails(db, actor, id, release, now)).toBe(false);
		}
		await deleteContact(db, kathy, id, now);
		for (const actor of others) expect(await restoreContact(db, actor, id, now)).toBe(false);
		await restoreContact(db, kathy, id, now);
		expect((await readContact(db, kathy, id))?.company).toBe('Secret');
	});

	it('refuse a new contact to whoever is no member', async () => {
		const draft = bareDraft({ givenName: 'X', familyName: '' });
		for (const actor of [stranger, system])
			expect(await createContact(database.db, actor, draft, now)).toEqual({
				ok: false,
				refusal: 'not_allowed'
			});
	});

	it('answer "not there" to an id that is none', async () => {
		expect(await readContact(database.db, kathy, "x' or 1=1")).toBeNull();
		expect(await deleteContact(database.db, kathy, 'x', now)).toBe(false);
	});
});
