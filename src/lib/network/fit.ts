import { searchText } from '#lib/people/search-text.ts';

/**
 * How well typed words meet somebody, the lower the better: 0 where the name begins as typed, 1 where
 * each word begins one of the name's, 2 where each begins a word of what they do as well, 3 else.
 * The words as queryWords answers them.
 */
export function fitOf(
	words: readonly string[],
	{ name, company, position }: { name: string; company: string; position: string }
): 0 | 1 | 2 | 3 {
	const called = searchText([name]);
	if (called.startsWith(words.join(' '))) return 0;
	if (begin(words, called)) return 1;
	return begin(words, `${called} ${searchText([company, position])}`) ? 2 : 3;
}

function begin(words: readonly string[], text: string): boolean {
	const inText = ` ${text}`;
	return words.every((word) => inText.includes(` ${word}`));
}
