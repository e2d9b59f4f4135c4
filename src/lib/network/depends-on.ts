import type { KnownBooks } from '#lib/network/known-books.ts';
import type { FoundPath } from '#lib/network/path-finder.ts';

/**
 * Whether what these paths tell may be another by now, where these books have changed, or who these
 * members are. A tie is in the book of who stands before or after it; that somebody is a member may be
 * known from another book.
 */
export function dependsOn(
	paths: readonly FoundPath[],
	{ books }: KnownBooks,
	changes: readonly { ownerId: string; ofMember: boolean }[]
): boolean {
	const touched = new Set<string>();
	for (const { ownerId, ofMember } of changes) {
		if (ofMember) return true;
		touched.add(`member ${ownerId}`);
		for (const memberId of books.get(ownerId)?.members.values() ?? [])
			touched.add(`member ${memberId}`);
	}
	return paths.some(({ people }) => people.some((somebody) => touched.has(somebody)));
}
