import { searchText } from '#lib/people/search-text.ts';

/** A community of more is searched rather than read. */
export const readAtOnce = 20;

/** Those in whose name, headline or e-mail (where it may be seen) every word of the query begins a word. */
export function findMembers<
	Member extends { name: string; headline: string; email: string | null }
>(members: readonly Member[], query: string): Member[] {
	const wanted = searchText([query]).split(' ').filter(Boolean);
	return members.filter(({ name, headline, email }) => {
		const words = searchText([name, headline, email]).split(' ');
		return wanted.every((start) => words.some((word) => word.startsWith(start)));
	});
}
