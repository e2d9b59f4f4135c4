import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';

/** Where one member's contacts are: every query on contacts is bounded by both. */
export interface Book {
	communityId: string;
	ownerId: string;
}

/** The contacts this actor may read or change: a member's own, and nobody else's. */
export function bookOf(actor: Actor, to: 'read_contact' | 'change_contact'): Book | null {
	if (actor.kind !== 'member') return null;
	const book = { communityId: actor.communityId, ownerId: actor.memberId };
	return may(actor, { to, ...book }) ? book : null;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from outside can be an id at all; the database refuses others with an error. */
export function isId(text: string): boolean {
	return uuid.test(text);
}
