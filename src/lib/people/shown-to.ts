import type { Actor } from '#lib/access/actor.ts';
import { may, type Sharing } from '#lib/access/policy.ts';

/** What of a contact decides what others may know of it, and what they may. */
export interface SharedContact {
	communityId: string;
	ownerId: string;
	ownerName: string;
	sharing: Sharing;
	/** Deleted, or hidden behind the contact it was merged into. */
	isGone: boolean;
	fullName: string;
	company: string;
	position: string;
}

/** What one who does not own a contact learns of it. Nobody learns anything else of it anywhere. */
export type Shown =
	| { as: 'visible'; name: string; company: string; position: string; ownerName: string }
	/** One of those whom a count at this company may hold; see asCount. */
	| { as: 'counted'; company: string }
	| { as: 'nothing' };

/**
 * The one judge of what a viewer is shown of somebody's contact. Its owner is shown nothing here:
 * they read their own book by its own door.
 */
export function shownTo(viewer: Actor, contact: SharedContact): Shown {
	const { communityId, ownerId, sharing, company, position, ownerName } = contact;
	if (contact.isGone || isAddress(contact.fullName)) return { as: 'nothing' };
	if (may(viewer, { to: 'see_shared', communityId, ownerId, sharing }))
		return { as: 'visible', name: contact.fullName, company, position, ownerName };
	return company !== '' && may(viewer, { to: 'count_shared', communityId, ownerId, sharing })
		? { as: 'counted', company }
		: { as: 'nothing' };
}

/** An address in the place of a name is no name, and nobody's to see. */
function isAddress(name: string): boolean {
	return name.includes('@') || !/\p{L}/u.test(name);
}

/** How many members; below three nobody is told how many. */
export type Count = 'nobody' | 'someone' | number;

const fewest = 3;

/** What is told of a number of members. */
export function asCount(members: number): Count {
	if (members === 0) return 'nobody';
	return members < fewest ? 'someone' : members;
}
