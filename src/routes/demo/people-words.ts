import type { Role } from '#lib/demo/person.ts';

/** One of those who can be played, as the page shows them. */
export interface Played {
	role: Role;
	name: string;
	headline: string;
}

/** Everybody is on first-name terms in this story. */
export function firstName(people: readonly Played[], role: Role): string {
	return people.find((one) => one.role === role)?.name.split(' ')[0] ?? '';
}
