import { describe, expect, it } from 'vitest';
import { type Actor, type Member, stranger, system } from '#lib/access/actor.ts';
import { may, type Wish } from '#lib/access/policy.ts';

const here = 'community-1';
const roles = ['owner', 'administrator', 'adviser', 'member'] as const;

function member(role: Member['role'], communityId = here, memberId = 'me'): Member {
	return { kind: 'member', communityId, memberId, role };
}

const wishes: Wish[] = [
	{ to: 'read_contact', communityId: here, ownerId: 'me' },
	{ to: 'change_contact', communityId: here, ownerId: 'me' },
	{ to: 'read_import', communityId: here, memberId: 'me' },
	{ to: 'add_contact', communityId: here },
	{ to: 'write_request', communityId: here },
	{ to: 'invite_member', communityId: here, role: 'member' },
	{ to: 'invite_member', communityId: here, role: 'adviser' },
	{ to: 'invite_member', communityId: here, role: 'administrator' },
	{ to: 'read_members', communityId: here },
	{ to: 'change_role', communityId: here },
	{ to: 'read_post_box', communityId: here },
	{ to: 'follow_reading', communityId: here, requesterId: 'me' },
	{ to: 'ask_reading', communityId: here, adviserId: 'another', role: 'adviser' }
];

const governing = wishes.filter(({ to }) => to === 'invite_member' || to === 'change_role');

function can(role: Member['role']): boolean[] {
	return governing.map((wish) => may(member(role), wish));
}

describe('the policy', () => {
	it('lets an owner do everything in their own community, with what is theirs', () => {
		for (const wish of wishes) expect(may(member('owner'), wish)).toBe(true);
	});

	it('refuses everything to strangers, link holders and timers', () => {
		const others: Actor[] = [
			stranger,
			system,
			{ kind: 'connector_link', communityId: here, requestId: 'r' },
			{ kind: 'target_link', communityId: here, introductionId: 'i' }
		];
		for (const wish of wishes) for (const actor of others) expect(may(actor, wish)).toBe(false);
	});

	it('refuses everything to members of another community, owners too', () => {
		for (const wish of wishes) {
			for (const role of roles) expect(may(member(role, 'community-2'), wish)).toBe(false);
		}
	});

	it('keeps contacts and imports from every other member, owners and administrators too', () => {
		const kept = wishes.filter(({ to }) => /contact$|import/.test(to) && to !== 'add_contact');
		expect(kept).toHaveLength(3);
		for (const wish of kept) {
			for (const role of roles) expect(may(member(role, here, 'another'), wish)).toBe(false);
		}
	});

	it('lets others see what is visible and count what is blind, and owners choose for their own alone', () => {
		const ofAnother = { communityId: here, ownerId: 'another' };
		for (const role of roles) {
			const allowed = (to: 'see_shared' | 'count_shared', whose = ofAnother) =>
				(['private', 'blind', 'visible'] as const).filter((sharing) =>
					may(member(role), { to, ...whose, sharing })
				);
			expect(allowed('see_shared')).toEqual(['visible']);
			expect(allowed('count_shared')).toEqual(['blind']);
			const own = { communityId: here, ownerId: 'me' };
			expect([...allowed('see_shared', own), ...allowed('count_shared', own)]).toEqual([]);
			const elsewhere = { communityId: 'community-2', ownerId: 'another' };
			expect(allowed('see_shared', elsewhere)).toEqual([]);
			expect(may(member(role), { to: 'choose_sharing', ...own })).toBe(true);
			expect(may(member(role), { to: 'choose_sharing', ...ofAnother })).toBe(false);
		}
	});

	it('lets owners and administrators invite, and owners alone make administrators or change roles', () => {
		expect(can('owner')).toEqual([true, true, true, true]);
		expect(can('administrator')).toEqual([true, true, false, false]);
		expect(can('adviser')).toEqual([false, false, false, false]);
		expect(can('member')).toEqual([false, false, false, false]);
	});

	it('has letters read by advisers alone, never by oneself, and shows a reading to its two', () => {
		const give = { to: 'give_reading', communityId: here, adviserId: 'me' } as const;
		expect(roles.filter((role) => may(member(role), give))).toEqual(['adviser']);
		expect(may(member('adviser', here, 'another'), give)).toBe(false);
		expect(may(member('adviser', 'community-2'), give)).toBe(false);
		const ask = { to: 'ask_reading', communityId: here, adviserId: 'me' } as const;
		expect(may(member('member'), { ...ask, role: 'adviser' })).toBe(false);
		const asker = member('member', here, 'another');
		expect(roles.filter((role) => may(asker, { ...ask, role }))).toEqual(['adviser']);
		const follow = { to: 'follow_reading', communityId: here, requesterId: 'another' } as const;
		for (const role of roles) expect(may(member(role), follow)).toBe(false);
	});

	it('lets members be removed by those above them, oneself never, and words be changed by owners', () => {
		const above = (role: Member['role']) =>
			roles.filter((other) =>
				may(member(role), {
					to: 'remove_member',
					communityId: here,
					memberId: 'another',
					role: other
				})
			);
		expect(above('owner')).toEqual([...roles]);
		expect(above('administrator')).toEqual(['adviser', 'member']);
		expect([...above('adviser'), ...above('member')]).toEqual([]);
		const self = { to: 'remove_member', communityId: here, memberId: 'me' } as const;
		for (const role of roles) {
			expect(may(member(role), { ...self, role })).toBe(false);
			const elsewhere = { ...self, memberId: 'another', role };
			expect(may(member('owner', 'community-2'), elsewhere)).toBe(false);
			const change = { to: 'change_community', communityId: here } as const;
			expect(may(member(role), change)).toBe(role === 'owner');
		}
	});

	it('shows the post box to owners and administrators only', () => {
		const readers = roles.filter((role) =>
			may(member(role), { to: 'read_post_box', communityId: here })
		);
		expect(readers).toEqual(['owner', 'administrator']);
	});
});
