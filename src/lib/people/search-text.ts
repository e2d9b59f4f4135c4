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

/**
 * What a search looks through, and what a typed query is turned into before it looks: lower case,
 * without accents, ornaments or punctuation, words separated by one space.
 */
export function searchText(parts: readonly (string | null | undefined)[]): string {
	const text = parts.filter(Boolean).join(' ').toLowerCase();
	return /^[a-z0-9 ]*$/.test(text) ? collapse(text) : collapse(plainLetters(text));
}

function plainLetters(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/[œæßøłđðþħı]/g, (letter) => typedAs[letter] ?? letter)
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.normalize('NFC');
}

function collapse(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
