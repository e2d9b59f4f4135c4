import { expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { testDatabase } from '../../../../../tests/support/database.ts';
import { newMember } from '../../../../../tests/support/new-member.ts';
import { actions } from './+page.server.ts';
import type { listFor } from './list-of-map.server.ts';

const { db } = await testDatabase();
const now = new Date('2026-06-01T10:00:00Z');

/** Names on the list after a press of the form; an entry may come twice, as of a page's button. */
async function listed(actor: Member, entries: [string, string][]) {
	const body = new FormData();
	for (const [name, value] of entries) body.append(name, value);
	const request = new Request('http://localhost:4780/contacts/map', { method: 'POST', body });
	const { communityId, memberId } = actor;
	const locals = { app: { db }, actor, member: { communityId, memberId }, locale: 'fr' };
	const answer = await actions['default']?.({ locals, request } as never);
	if (!answer) throw new Error('Nothing was answered.');
	const list: Awaited<ReturnType<typeof listFor>> = answer['list'];
	const { companies, from, next, meant } = list;
	return {
		from,
		next,
		meant,
		names: companies.flatMap(({ lines }) => lines.map((one) => one.name))
	};
}

it('the list of the map answers a form, page by page, and of one’s own contacts only', async () => {
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	for (let nth = 0; nth < 52; nth++) {
		const draft = bareDraft({ givenName: 'Inès', familyName: `Faure ${nth}`, company: 'Menhir' });
		await createContact(db, kathy, draft, now);
	}
	const found = await listed(kathy, [['q', ' faure 51 ']]);
	expect(found).toEqual({ from: 0, next: null, meant: 1, names: ['Inès Faure 51'] });
	const first = await listed(kathy, [
		['q', 'menhir'],
		['from', '0']
	]);
	expect(first).toMatchObject({ from: 0, next: 50, meant: 52 });
	const second = await listed(kathy, [
		['q', 'menhir'],
		['from', '0'],
		['from', '50']
	]);
	expect(second).toMatchObject({ from: 50, next: null, meant: 52 });
	expect(second.names).toHaveLength(2);
	for (const from of ['-7', 'x', '9999'])
		expect((await listed(kathy, [['from', from]])).meant).toBe(52);
	expect(await listed(dean, [['q', 'faure']])).toMatchObject({ meant: 0, names: [] });
});
