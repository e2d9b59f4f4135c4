import { drawFrom } from '#lib/demo/draw.ts';
import { inventEntry } from '#lib/demo/entries.ts';
import { inventPeople } from '#lib/demo/invented-people.ts';
import type { Entry, Role } from '#lib/demo/person.ts';
import { storyEntries } from '#lib/demo/story.ts';

/** The seed of the demo that everybody sees. */
export const demoSeed = 1999;

/** Every member's book, always the same for a seed; `now` dates what is recent. */
export function demoBooks(seed: number, now: Date): Record<Role, Entry[]> {
	const books = storyEntries(now);
	const draw = drawFrom(seed + 1);
	for (const { person, bonds } of inventPeople(seed))
		for (const { role, circle } of bonds) books[role].push(inventEntry(draw, person, circle, now));
	return books;
}
