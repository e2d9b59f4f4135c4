import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, type Member, stranger, system } from '#lib/access/actor.ts';
import { asCount, type SharedContact, shownTo } from '#lib/people/shown-to.ts';

const here = 'community-1';
const pierre: SharedContact = {
	communityId: here,
	ownerId: 'dean',
	ownerName: 'Dean Groves',
	sharing: 'visible',
	isGone: false,
	fullName: 'Pierre Yvon',
	company: 'Entreprise X',
	position: 'Directeur de la communication'
};

function member(memberId: string, role: Member['role'] = 'member', communityId = here): Member {
	return { kind: 'member', communityId, memberId, role };
}

const others: Actor[] = [
	stranger,
	system,
	{ kind: 'connector_link', communityId: here, requestId: 'r' },
	{ kind: 'target_link', communityId: here, introductionId: 'i' },
	member('kathy', 'owner', 'community-2'),
	member('dean')
];

describe('what is shown of a contact', () => {
	it('is name, company, position and whose it is, where it is visible', () => {
		expect(shownTo(member('kathy'), pierre)).toEqual({
			as: 'visible',
			name: 'Pierre Yvon',
			company: 'Entreprise X',
			position: 'Directeur de la communication',
			ownerName: 'Dean Groves'
		});
	});

	it('is no name where it is blind, and nothing at all where it is private', () => {
		const blind = shownTo(member('kathy'), { ...pierre, sharing: 'blind' });
		expect(blind).toEqual({ as: 'counted', company: 'Entreprise X' });
		expect(shownTo(member('kathy'), { ...pierre, sharing: 'private' })).toEqual({ as: 'nothing' });
	});

	it('is the same for every role: owners and administrators learn no more', () => {
		for (const role of ['owner', 'administrator', 'adviser', 'member'] as const)
			for (const sharing of ['private', 'blind', 'visible'] as const)
				expect(shownTo(member('kathy', role), { ...pierre, sharing })).toEqual(
					shownTo(member('kathy'), { ...pierre, sharing })
				);
	});

	it('is nothing to strangers, link holders, other communities, and by this door to its owner', () => {
		for (const actor of others)
			for (const sharing of ['private', 'blind', 'visible'] as const)
				expect(shownTo(actor, { ...pierre, sharing })).toEqual({ as: 'nothing' });
	});

	it('is nothing where it is deleted or merged into another', () => {
		for (const sharing of ['private', 'blind', 'visible'] as const)
			expect(shownTo(member('kathy'), { ...pierre, sharing, isGone: true })).toEqual({
				as: 'nothing'
			});
	});
});

it('numbers below three are never told apart', () => {
	expect(asCount(0)).toBe('nobody');
	expect(asCount(1)).toBe(asCount(2));
	fc.assert(
		fc.property(fc.nat(1000), (members) => {
			const count = asCount(members);
			expect(typeof count === 'number' ? count >= 3 && count === members : members < 3).toBe(true);
		})
	);
});
