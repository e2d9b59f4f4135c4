import { expect, it } from 'vitest';
import { beginDraft } from '#lib/introductions/draft.server.ts';
import { newRequest } from '#lib/introductions/new-request.ts';
import { proposeRequestLetter } from '#lib/introductions/propose.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const { db } = await testDatabase();
const now = new Date('2026-03-02T09:00:00Z');

async function letterTo(dean: Parameters<typeof bareDraft>[0]) {
	const kathy = await newMember(db);
	const contact = await createContact(db, kathy, bareDraft(dean), now);
	if (!contact.ok) throw new Error(contact.refusal);
	const connector = { contactId: contact.id };
	const wanted = newRequest.parse({ connector, targets: [{ name: 'Pierre Yvon' }] });
	const begun = await beginDraft({ db, secret: 'only for tests' }, kathy, wanted, now);
	if (!begun.ok) throw new Error(begun.refusal);
	return (await proposeRequestLetter(db, kathy, begun.requestId, now))?.text ?? '';
}

const dean = { givenName: 'Dean', familyName: 'Groves', locale: 'fr', register: 'tu' } as const;

it('says tu in French and how they know each other, in the requester’s own words', async () => {
	const letter = await letterTo({ ...dean, howKnown: 'l’atelier de Lyon en 2019.' });
	expect(letter).toContain('(l’atelier de Lyon en 2019)');
	expect(letter).toContain('Pourrais-tu lui demander');
});

it('says vous where nothing else is known, and leaves a long story out', async () => {
	const letter = await letterTo({ ...dean, register: null, howKnown: 'une histoire '.repeat(10) });
	expect(letter).not.toContain('une histoire');
	expect(letter).toContain('Pourriez-vous lui demander');
});

it('speaks the connector’s language', async () => {
	expect(await letterTo({ ...dean, locale: 'en' })).toContain('Could you ask them whether');
});
