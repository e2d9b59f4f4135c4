import { expect, it } from 'vitest';
import { requestFacts } from '#lib/introductions/coach-facts.server.ts';
import { beginDraft } from '#lib/introductions/draft.server.ts';
import { newRequest } from '#lib/introductions/new-request.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { saveAcquaintance } from '#lib/network/acquaintances.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { introducing } from '../../../tests/support/introducing.ts';

const { db } = await testDatabase();
const now = new Date('2026-03-02T09:00:00Z');

async function draftFor(names: string[], email: string, story = introducing(db)) {
	const { kathy, doors, request, dean } = await story;
	const connector = { name: 'Dean Groves', email };
	const wanted = newRequest.parse({ connector, targets: names.map((name) => ({ name })) });
	const begun = await beginDraft(doors, kathy, wanted, now);
	if (!begun.ok) throw new Error(begun.refusal);
	const view = await readOwnRequest(db, kathy, begun.requestId);
	if (!view) throw new Error('no draft');
	return { view, kathy, dean, request };
}

async function contactOf(kathy: Parameters<typeof createContact>[1], name: string) {
	const [givenName = '', familyName = ''] = name.split(' ');
	const made = await createContact(db, kathy, bareDraft({ givenName, familyName }), now);
	if (!made.ok) throw new Error(made.refusal);
	return made.id;
}

it('a target is within reach once every one of them is noted to be known to the connector', async () => {
	const { view, kathy } = await draftFor(['Pierre Yvon', 'Paul Zeller'], '');
	const connectorId = await contactOf(kathy, 'Dean Groves');
	const targets = [await contactOf(kathy, 'Pierre Yvon'), await contactOf(kathy, 'Paul Zeller')];
	const linked = {
		...view,
		connector: { ...view.connector, contactId: connectorId },
		introductions: view.introductions.map((one, at) => ({
			...one,
			target: { ...one.target, contactId: targets[at] ?? null }
		}))
	};
	const note = (targetId = '') => saveAcquaintance(db, kathy, { connectorId, targetId }, now);
	await note(targets[0]);
	expect(await requestFacts(db, kathy, linked)).not.toHaveProperty('targetInNetwork');
	await note(targets[1]);
	expect(await requestFacts(db, kathy, linked)).toMatchObject({ targetInNetwork: true });
});

it('what others noted is none of the requester’s facts', async () => {
	const { view, dean } = await draftFor(['Pierre Yvon'], '');
	const connectorId = await contactOf(dean, 'Dean Groves');
	const targetId = await contactOf(dean, 'Pierre Yvon');
	await saveAcquaintance(db, dean, { connectorId, targetId }, now);
	const { kathy } = await introducing(db);
	const linked = { ...view, connector: { ...view.connector, contactId: connectorId } };
	expect(await requestFacts(db, kathy, linked)).not.toHaveProperty('targetInNetwork');
});

it('counts the requester’s own letters that still lie with this connector, and only those', async () => {
	const story = await introducing(db);
	await story.request(['Anna Rossi', 'Marc Petit'], now);
	const { email } = await db
		.selectFrom('members')
		.select('email')
		.where('id', '=', story.dean.memberId)
		.executeTakeFirstOrThrow();
	const { view, kathy } = await draftFor(['Pierre Yvon'], email, Promise.resolve(story));
	expect(await requestFacts(db, kathy, view)).toMatchObject({ openRequests: 1 });
	const [one = '', other = ''] = (await story.request(['Lea Roux', 'Tom Berg'], now)).ids;
	expect(await requestFacts(db, kathy, view)).toMatchObject({ openRequests: 2 });
	for (const id of [one, other])
		await story.does('connector', id, { event: { kind: 'turn_down' } }, now);
	expect(await requestFacts(db, kathy, view)).toMatchObject({ openRequests: 1 });
	expect(await requestFacts(db, story.dean, view)).toMatchObject({ openRequests: 0 });
});
