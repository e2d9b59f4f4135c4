import { beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { emailOf } from '../../../tests/support/network-village.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { testPaths } from '../../../tests/support/paths.ts';
import { shareContact } from '../../../tests/support/shared-books.ts';

const { db, url } = await testDatabase();
const finder = testPaths(url);
const person = crypto.randomUUID();
let kathy: Member;
let dean: Member;
let lea: Member;
let shown: string;
let byAddress: string;

const nodeOf = ({ memberId }: Member) => `member ${memberId}`;

async function peopleTo({ communityId, memberId }: Member, target: string) {
	const question = { communityId, memberId, targets: [target], k: 10, maxTies: 3 as const };
	return (await finder.paths(question)).first.map(({ people }) => people);
}

/** Dean shows Léa as a site named her, and keeps for himself a Léa with her address. */
beforeEach(async () => {
	kathy = await newMember(db);
	const { communityId } = kathy;
	dean = await newMember(db, communityId);
	lea = await newMember(db, communityId);
	shown = await shareContact(db, dean, { fullName: 'Léa Morel' });
	const email = await emailOf(db, lea);
	byAddress = await shareContact(db, dean, { fullName: 'Léa', email, sharing: 'private' });
	for (const [contactId, shared] of [
		[shown, true],
		[byAddress, false]
	] as const)
		await db
			.insertInto('personContacts')
			.values({
				communityId,
				ownerId: dean.memberId,
				contactId,
				shared,
				personId: person,
				joinedAt: new Date()
			})
			.execute();
});

const say = ({ communityId, memberId: ownerId }: Member, contactId: string) =>
	db.insertInto('strengths').values({ communityId, ownerId, contactId, said: 'sure' }).execute();

const share = (sharing: 'private' | 'blind' | 'visible') =>
	db.updateTable('contacts').set({ sharing }).where('id', '=', byAddress).execute();

describe('an address that a member keeps for themself', () => {
	it.each(['private', 'blind'] as const)(
		'makes nobody a member for others where it is %s, though the same person is shown',
		async (sharing) => {
			await share(sharing);
			expect(await peopleTo(kathy, person)).toEqual([[nodeOf(kathy), nodeOf(dean), person]]);
			expect(await peopleTo(kathy, nodeOf(lea))).toEqual([]);
		}
	);

	it('leads over the member whom it names for its owner alone, however well they know her', async () => {
		const marc = await shareContact(db, lea, { fullName: 'Marc Petit' });
		const email = await emailOf(db, dean);
		await say(kathy, await shareContact(db, kathy, { fullName: 'Dean Groves', email }));
		await say(dean, shown);
		await say(dean, byAddress);
		expect(await peopleTo(kathy, marc)).toEqual([[nodeOf(kathy), nodeOf(lea), marc]]);
		expect(await peopleTo(dean, marc)).toEqual([[nodeOf(dean), nodeOf(lea), marc]]);
		await share('visible');
		const [best] = await peopleTo(kathy, marc);
		expect(best).toEqual([nodeOf(kathy), nodeOf(dean), nodeOf(lea), marc]);
	});

	it('leads themself to the member', async () => {
		expect(await peopleTo(dean, nodeOf(lea))).toEqual([[nodeOf(dean), nodeOf(lea)]]);
	});

	it('says who the person is once it is shown as well', async () => {
		await share('visible');
		for (const target of [person, nodeOf(lea)])
			expect(await peopleTo(kathy, target)).toEqual([[nodeOf(kathy), nodeOf(dean), nodeOf(lea)]]);
	});
});
