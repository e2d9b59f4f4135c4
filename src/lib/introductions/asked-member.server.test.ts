import { beforeEach, describe, expect, it } from 'vitest';
import { type Member, stranger } from '#lib/access/actor.ts';
import { askedMember } from '#lib/introductions/asked-member.server.ts';
import { beginDraft } from '#lib/introductions/draft.server.ts';
import { newRequest } from '#lib/introductions/new-request.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { shareContact } from '../../../tests/support/shared-books.ts';

const { db } = await testDatabase();
const now = new Date('2026-03-02T09:00:00Z');
let kathy: Member;
let dean: Member;

beforeEach(async () => {
	kathy = await newMember(db);
	dean = await newMember(db, kathy.communityId);
});

async function emailOf({ memberId }: Member): Promise<string> {
	const row = await db
		.selectFrom('members')
		.select('email')
		.where('id', '=', memberId)
		.executeTakeFirstOrThrow();
	return row.email;
}

const begin = (memberId: string) => {
	const wanted = { connector: { memberId }, targets: [{ name: 'Pierre Yvon' }] };
	return beginDraft({ db, secret: 'secret' }, kathy, newRequest.parse(wanted), now);
};

describe('a member who is asked as one', () => {
	it('is reached at an address that the requester is not shown', async () => {
		const asked = await askedMember(db, kathy, dean.memberId);
		expect(asked).toEqual({
			name: 'Kathy Martin',
			contactId: '',
			memberId: dean.memberId,
			email: ''
		});
		const begun = await begin(dean.memberId);
		if (!begun.ok) throw new Error(begun.refusal);
		const view = await readOwnRequest(db, kathy, begun.requestId);
		expect(view?.connector).toMatchObject({ memberId: dean.memberId, email: '', asMember: true });
		expect(JSON.stringify(view)).not.toContain(await emailOf(dean));
		const row = await db
			.selectFrom('requests')
			.select('connectorEmail')
			.where('id', '=', begun.requestId)
			.executeTakeFirstOrThrow();
		expect(row.connectorEmail).toBe(await emailOf(dean));
	});

	it('is one’s own contact where that has their address', async () => {
		const email = await emailOf(dean);
		const contact = { fullName: 'Dean G.', email, sharing: 'private' } as const;
		const contactId = await shareContact(db, kathy, contact);
		const asked = await askedMember(db, kathy, dean.memberId);
		expect(asked).toEqual({ name: 'Dean G.', contactId, memberId: '', email });
	});

	it('is nobody elsewhere, nor after being removed, nor oneself', async () => {
		const elsewhere = await newMember(db);
		expect(await askedMember(db, elsewhere, dean.memberId)).toBeNull();
		expect(await askedMember(db, stranger, dean.memberId)).toBeNull();
		expect(await askedMember(db, kathy, kathy.memberId)).toBeNull();
		expect(await begin(kathy.memberId)).toMatchObject({ ok: false, refusal: 'not_found' });
		expect(await begin(elsewhere.memberId)).toMatchObject({ ok: false, refusal: 'not_found' });
		await db
			.updateTable('members')
			.set({ removedAt: now })
			.where('id', '=', dean.memberId)
			.execute();
		expect(await askedMember(db, kathy, dean.memberId)).toBeNull();
		expect(await begin(dean.memberId)).toMatchObject({ ok: false, refusal: 'not_found' });
	});
});
