import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { goals } from '#lib/introductions/judge-peace.ts';
import { changePeace, readOwnPeace } from '#lib/introductions/own-peace.server.ts';
import { closedConnectors, foresee } from '#lib/introductions/peace.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { askingCommunity } from '../../../tests/support/asking.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-23T10:00:00Z');
const anything = { asksFor: goals };

const sorted = (some: { memberId: string }[]) =>
	some.toSorted((a, b) => a.memberId.localeCompare(b.memberId));

describe('who cannot be asked now', () => {
	it('is told with why and until when, and never who asked', async () => {
		const { kathy, dean, ask, join } = await askingCommunity(db);
		const [anne, lea, marc, gone] = [await join(), await join(), await join(), await join()];
		await changePeace(db, dean, { asksMonthly: 1, ...anything });
		await changePeace(db, anne, { asksMonthly: 0, ...anything });
		await changePeace(db, lea, { asksMonthly: 4, asksFor: ['investor'] });
		await changePeace(db, gone, { asksMonthly: 0, ...anything });
		await db
			.updateTable('members')
			.set({ removedAt: now })
			.where('id', '=', gone.memberId)
			.execute();
		await ask({ from: marc, to: dean, at: now });
		const full = { memberId: dean.memberId, reason: 'asked_enough', from: '2026-12-01' };
		const resting = { memberId: anne.memberId, reason: 'resting', from: null };
		expect(sorted(await closedConnectors(db, kathy, now))).toEqual(sorted([full, resting]));
		const forJob = await closedConnectors(db, kathy, now, { goal: 'job' });
		const other = { memberId: lea.memberId, reason: 'not_for_this', from: null };
		expect(sorted(forJob)).toEqual(sorted([full, resting, other]));
		// Oneself is nobody to ask.
		expect(sorted(await closedConnectors(db, dean, now))).toEqual([resting]);
		const december = new Date('2026-12-01T10:00:00Z');
		expect(await closedConnectors(db, kathy, december)).toEqual([resting]);
	});

	it('includes whom one has asked already for all these targets, for oneself alone', async () => {
		const { kathy, dean, ask, join } = await askingCommunity(db);
		const [pierre = '', paul = ''] = await Promise.all(
			['Pierre', 'Paul'].map(async (givenName) => {
				const saved = await createContact(db, kathy, bareDraft({ givenName, familyName: '' }), now);
				return saved.ok ? saved.id : '';
			})
		);
		await ask({ from: kathy, to: dean, target: { contactId: pierre }, at: now });
		const closed = (actor: Actor, targets: string[]) =>
			closedConnectors(db, actor, now, { targets });
		const dones = [{ memberId: dean.memberId, reason: 'asked_before', from: null }];
		expect(await closed(kathy, [pierre])).toEqual(dones);
		expect(await closed(kathy, [pierre, paul])).toEqual([]);
		expect(await closed(kathy, [paul])).toEqual([]);
		expect(await closed(await join(), [pierre])).toEqual([]);
	});

	it('is nobody for a stranger, a link, or a member of another community', async () => {
		const { kathy, dean, communityId } = await askingCommunity(db);
		await changePeace(db, dean, { asksMonthly: 0, ...anything });
		expect(await closedConnectors(db, kathy, now)).toHaveLength(1);
		const requestId = crypto.randomUUID();
		const others: Actor[] = [
			{ kind: 'stranger' },
			{ kind: 'connector_link', communityId, requestId },
			await newMember(db)
		];
		for (const other of others) expect(await closedConnectors(db, other, now)).toEqual([]);
	});
});

describe('what a requester is told before sending', () => {
	it('names where it was asked before and who else is being asked, to the requester alone', async () => {
		const { kathy, dean, ask, draft, join } = await askingCommunity(db);
		const anne = await join();
		const wish = { from: kathy, target: 'Pierre Yvon', at: now };
		const { requestId } = await ask({ ...wish, to: anne });
		const toDean = await draft({ ...wish, to: dean });
		expect(await foresee(db, kathy, toDean, now)).toEqual({
			closed: null,
			accepts: [...goals],
			before: [],
			elsewhere: [{ target: 'Pierre Yvon', connector: 'Kathy Martin', requestId, sendOn: null }]
		});
		const again = await draft({ ...wish, to: anne });
		expect(await foresee(db, kathy, again, now)).toMatchObject({
			before: [{ target: 'Pierre Yvon' }],
			elsewhere: []
		});
		const others: Actor[] = [dean, anne, await newMember(db), { kind: 'stranger' }];
		for (const other of others) expect(await foresee(db, other, toDean, now)).toBeNull();
		expect(await foresee(db, kathy, requestId, now)).toBeNull();
	});
});

describe('one’s own peace', () => {
	it('is four a month for anything at first, is changed by oneself, and counts what came', async () => {
		const { kathy, dean, ask } = await askingCommunity(db);
		expect(await readOwnPeace(db, dean, now)).toEqual({
			asksMonthly: 4,
			asksFor: [...goals],
			reached: [],
			thisMonth: 0
		});
		await ask({ from: kathy, to: dean, at: now });
		expect(await changePeace(db, dean, { asksMonthly: 2, asksFor: ['job'] })).toBe(true);
		expect(await readOwnPeace(db, dean, now)).toEqual({
			asksMonthly: 2,
			asksFor: ['job'],
			reached: [now],
			thisMonth: 1
		});
		expect(await readOwnPeace(db, kathy, now)).toMatchObject({ asksMonthly: 4, thisMonth: 0 });
		const none = { kind: 'stranger' } as const;
		expect(await changePeace(db, none, { asksMonthly: 2, asksFor: [] })).toBe(false);
		expect(await readOwnPeace(db, none, now)).toBeNull();
		const astray = { ...dean, communityId: (await newMember(db)).communityId };
		expect(await changePeace(db, astray, { asksMonthly: 0, asksFor: [] })).toBe(false);
		expect(await readOwnPeace(db, astray, now)).toBeNull();
	});
});
