/** Letters that Unicode does not take apart, and how people type them. */
const typedAs: Record<string, string> = {
	œ: 'oe',
	æ: 'ae',
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ħ: 'h',
	ı: 'i'
};

const ascii = /^[\0-\x7f]*$/;

/**
 * What a search looks through, and what a typed query is turned into before it looks: lower case,
 * without accents, ornaments or punctuation, words separated by one space.
 */
export function searchText(parts: readonly (string | null | undefined)[]): string {
	const text = parts.filter(Boolean).join(' ').toLowerCase();
	const plain = ascii.test(text) ? text : plainLetters(text);
	// Nearly all names end here: to look every letter up in Unicode takes as long as all the rest.
	if (ascii.test(plain)) return plain.replace(/[^a-z0-9]+/g, ' ').trim();
	return plain
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.normalize('NFC')
		.trim();
}

function plainLetters(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/[œæßøłđðþħı]/g, (letter) => typedAs[letter] ?? letter);
}
