import type { Sharing } from '#lib/access/policy.ts';

/** From what tells least to what tells most. */
const sharings: readonly Sharing[] = ['private', 'blind', 'visible'];

/** The level that a form or an address names; undefined for anything else. */
export function asSharing(text: unknown): Sharing | undefined {
	return sharings.find((sharing) => sharing === text);
}

/** What somebody chooses for an import or a contact: a level, or `book` to follow the book. */
export type SharingChoice = Sharing | 'book';

/** The level chosen; null where the book is to be followed. */
export function ownLevel(choice: SharingChoice | undefined): Sharing | null {
	return choice === undefined || choice === 'book' ? null : choice;
}

/** The choice that a form names; undefined for anything else. */
export function asSharingChoice(text: unknown): SharingChoice | undefined {
	return text === 'book' ? text : asSharing(text);
}
