import { blankPosition, type ContactTyped } from '#lib/people/contact-typed.ts';

/** The same form with one row more in the list that was asked for; otherwise as it was. */
export function withRow(typed: ContactTyped, list: string): ContactTyped {
	switch (list) {
		case 'emails':
		case 'phones':
		case 'links':
			return { ...typed, [list]: [...typed[list], ''] };
		case 'positions':
			return { ...typed, positions: [...typed.positions, { ...blankPosition }] };
		default:
			return typed;
	}
}
