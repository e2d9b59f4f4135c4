import type { Actor, Member } from '#lib/access/actor.ts';

/**
 * What others in the community may know of a contact: nothing (it is not used at all), only that
 * somebody knows someone at its company, or its name, company and position.
 */
export type Sharing = 'private' | 'blind' | 'visible';

/** What an actor may want to do, with the little that is needed to judge it. */
export type Wish =
	| { to: 'read_contact' | 'change_contact'; communityId: string; ownerId: string }
	/** Of another member's contact: to read what it shares, to count it among others. */
	| { to: 'see_shared' | 'count_shared'; communityId: string; ownerId: string; sharing: Sharing }
	| { to: 'choose_sharing'; communityId: string; ownerId: string }
	| { to: 'read_import'; communityId: string; memberId: string }
	| { to: 'add_contact' | 'write_request'; communityId: string }
	| { to: 'invite_member'; communityId: string; role: 'administrator' | 'adviser' | 'member' }
	| { to: 'read_members' | 'change_role' | 'change_community'; communityId: string }
	/** Somebody else; oneself, one leaves. */
	| { to: 'remove_member'; communityId: string; memberId: string; role: Member['role'] }
	| { to: 'read_post_box'; communityId: string }
	/** The one who asked for it. */
	| { to: 'follow_reading'; communityId: string; requesterId: string }
	| { to: 'ask_reading'; communityId: string; adviserId: string; role: Member['role'] }
	/** The one who was asked, as long as they advise. */
	| { to: 'give_reading'; communityId: string; adviserId: string };

/** May this actor do it? Denied unless a line here says yes. */
export function may(actor: Actor, wish: Wish): boolean {
	if (actor.kind !== 'member' || actor.communityId !== wish.communityId) return false;
	switch (wish.to) {
		case 'read_contact':
		case 'change_contact':
		case 'choose_sharing':
			return wish.ownerId === actor.memberId;
		case 'see_shared':
			return wish.ownerId !== actor.memberId && wish.sharing === 'visible';
		case 'count_shared':
			return wish.ownerId !== actor.memberId && wish.sharing === 'blind';
		case 'read_import':
			return wish.memberId === actor.memberId;
		case 'add_contact':
		case 'write_request':
		case 'read_members':
			return true;
		case 'invite_member':
			return actor.role === 'owner' || (actor.role === 'administrator' && wish.role !== actor.role);
		case 'change_role':
		case 'change_community':
			return actor.role === 'owner';
		case 'remove_member':
			return wish.memberId !== actor.memberId && isAbove(actor.role, wish.role);
		case 'read_post_box':
			return actor.role === 'owner' || actor.role === 'administrator';
		case 'follow_reading':
			return wish.requesterId === actor.memberId;
		case 'ask_reading':
			return wish.role === 'adviser' && wish.adviserId !== actor.memberId;
		case 'give_reading':
			return actor.role === 'adviser' && wish.adviserId === actor.memberId;
		default:
			return false;
	}
}

/** Owners are above everybody, administrators above those who administer nothing. */
function isAbove(one: Member['role'], other: Member['role']): boolean {
	if (one === 'owner') return true;
	return one === 'administrator' && other !== 'owner' && other !== one;
}
