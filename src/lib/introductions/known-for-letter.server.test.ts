import { expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { nothingKnown } from '#lib/coach/propose/known-facts.ts';
import { askKnownFacts } from '#lib/introductions/ask-known-facts.ts';
import { readRequestToMe } from '#lib/introductions/connector-view.server.ts';
import { beginDraft } from '#lib/introductions/draft.server.ts';
import {
	knownForFirstMessage,
	knownForRequest,
	knownForRevival
} from '#lib/introductions/known-for-letter.server.ts';
import { newRequest } from '#lib/introductions/new-request.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { introducing } from '../../../tests/support/introducing.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const { db } = await testDatabase();
const now = new Date('2026-03-02T09:00:00Z');

async function contactOf(owner: Member, draft: Parameters<typeof bareDraft>[0]): Promise<string> {
	const made = await createContact(db, owner, bareDraft(draft), now);
	if (!made.ok) throw new Error(made.refusal);
	return made.id;
}

async function draftTo(kathy: Member, contactId: string) {
	const wanted = newRequest.parse({
		connector: { contactId },
		targets: [{ name: 'Pierre Yvon', company: 'Solaris' }],
		reason: 'I am moving to clean energy.'
	});
	const begun = await beginDraft({ db, secret: 'only for tests' }, kathy, wanted, now);
	if (!begun.ok) throw new Error(begun.refusal);
	const view = await readOwnRequest(db, kathy, begun.requestId);
	if (!view) throw new Error('no draft');
	return view;
}

const dean = {
	givenName: 'Dean',
	familyName: 'Groves',
	company: 'Oxalis',
	howKnown: 'l’atelier de Lyon en 2019',
	closeness: 'good'
} as const;

it('a requester’s proposals speak from their own book and request', async () => {
	const kathy = await newMember(db);
	const view = await draftTo(kathy, await contactOf(kathy, dean));
	expect(await knownForRequest(db, kathy, view, true)).toMatchObject({
		reader: 'Dean',
		readerCompany: 'Oxalis',
		writer: 'Kathy Martin',
		others: [{ name: 'Pierre Yvon', company: 'Solaris' }],
		bond: { fr: 'l’atelier de Lyon en 2019', en: '' },
		closeness: 'good',
		reason: 'I am moving to clean energy.',
		linkKnown: true,
		through: ''
	});
});

it('a note on somebody in the third person, or a story, is no bond to write of', async () => {
	const kathy = await newMember(db);
	for (const howKnown of [
		'je l’ai croisé à Lyon',
		'elle dirigeait le jury',
		'le jury '.repeat(20)
	]) {
		const view = await draftTo(kathy, await contactOf(kathy, { ...dean, howKnown }));
		expect(await knownForRequest(db, kathy, view, null)).toMatchObject({
			bond: { fr: '', en: '' }
		});
	}
});

it('a first message speaks of who opened the door', async () => {
	const kathy = await newMember(db);
	const view = await draftTo(kathy, await contactOf(kathy, dean));
	const [introduction] = view.introductions;
	if (!introduction) throw new Error('nobody is named');
	expect(await knownForFirstMessage(db, kathy, view, introduction)).toMatchObject({
		reader: 'Pierre',
		readerCompany: 'Solaris',
		through: 'Dean Groves',
		others: [],
		bond: { fr: '', en: '' }
	});
});

it('nobody’s proposals speak from another one’s book', async () => {
	const kathy = await newMember(db);
	const other = await newMember(db, kathy.communityId);
	const contactId = await contactOf(kathy, dean);
	const view = await draftTo(kathy, contactId);
	const seen = [
		await knownForRevival(db, other, contactId),
		(await knownForRequest(db, other, view, null)).bond
	];
	expect(JSON.stringify(seen)).not.toMatch(/Lyon|Oxalis|good/);
	const link = {
		kind: 'connector_link',
		communityId: kathy.communityId,
		requestId: view.id
	} as const;
	expect(await knownForRevival(db, link, contactId)).toEqual(nothingKnown);
	expect(await knownForRequest(db, link, view, true)).toEqual(nothingKnown);
});

it('a connector with a link only knows what the page shows', async () => {
	const { kathy, dean: connector, request } = await introducing(db);
	const { requestId } = await request(['Pierre Yvon'], now);
	await contactOf(connector, {
		givenName: 'Pierre',
		familyName: 'Yvon',
		howKnown: 'le chœur',
		closeness: 'close'
	});
	const { communityId } = kathy;
	const known = async (actor: Parameters<typeof readRequestToMe>[1]) => {
		const view = await readRequestToMe(db, actor, communityId, requestId);
		const [introduction] = view?.introductions ?? [];
		if (!view || !introduction) throw new Error('no request');
		return askKnownFacts(view, introduction, introduction.recalled[0]?.contactId ?? '', now);
	};
	const byLink = await known({ kind: 'connector_link', communityId, requestId });
	expect(byLink).toMatchObject({
		reader: 'Pierre',
		writer: 'Dean Groves',
		others: [{ name: 'Kathy Martin' }],
		bond: { fr: '', en: '' },
		closeness: null
	});
	expect(await known(connector)).toMatchObject({ closeness: 'close' });
});
