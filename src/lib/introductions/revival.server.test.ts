import { expect, it } from 'vitest';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { blankRevival } from '#lib/introductions/revival-form.ts';
import { readRevival } from '#lib/introductions/revival.server.ts';
import { noteMessage } from '#lib/network/note-message.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const { db } = await testDatabase();
const now = new Date('2026-05-25T09:00:00Z');
const colleagues: Fact = { kind: 'shared_employer', company: 'ACME', from: '1999', to: '2003' };

async function known(facts: Fact[], draft: Parameters<typeof bareDraft>[0]) {
	const kathy = await newMember(db);
	const made = await createContact(db, kathy, bareDraft(draft), now);
	if (!made.ok) throw new Error(made.refusal);
	for (const fact of facts)
		await db
			.insertInto('evidence')
			.values({ communityId: kathy.communityId, contactId: made.id, fact: JSON.stringify(fact) })
			.execute();
	return { kathy, id: made.id };
}

const sylvie = { givenName: 'Sylvie', familyName: 'Marchand' };

it('proposes a letter from the evidence, in the language and register of the tie', async () => {
	const messages: Fact = { kind: 'messages', count: 2, last: '2014-05' };
	const { kathy, id } = await known([colleagues, messages], {
		...sylvie,
		locale: 'fr',
		register: 'tu'
	});
	const revival = await readRevival(db, kathy, id, now);
	const { letter, small } = revival ? blankRevival(revival) : { letter: '', small: true };
	expect(letter).toContain('remonte à 2014');
	expect(letter).toContain('collègues chez ACME');
	expect(letter).toContain('Je n’ai rien à te demander');
	expect(small).toBe(false);
});

it('says that it has been long only if it has', async () => {
	const { kathy, id } = await known([colleagues], sylvie);
	expect((await readRevival(db, kathy, id, now))?.facts.silent).toBe(true);
	await noteMessage(db, kathy, id, now);
	expect((await readRevival(db, kathy, id, now))?.facts.silent).toBe(false);
	const fresh = await known([], sylvie);
	expect((await readRevival(db, fresh.kathy, fresh.id, now))?.facts.silent).toBe(false);
});

it('is the owner’s alone', async () => {
	const { kathy, id } = await known([colleagues], sylvie);
	expect(await readRevival(db, kathy, id, now)).not.toBeNull();
	const others = [
		await newMember(db, kathy.communityId),
		await newMember(db),
		{ kind: 'stranger' } as const,
		{ kind: 'connector_link', communityId: kathy.communityId, requestId: id } as const
	];
	for (const actor of others) expect(await readRevival(db, actor, id, now)).toBeNull();
	expect(await readRevival(db, kathy, 'no id at all', now)).toBeNull();
});
