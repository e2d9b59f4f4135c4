/** A word as it is compared: small letters, no accents, œ and æ taken apart. */
export function fold(word: string): string {
	const small = word.toLowerCase();
	if (/^[a-z\d]*$/.test(small)) return small;
	return small
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.normalize('NFD')
		.replace(/[\u0300-\u036F]/g, '');
}
