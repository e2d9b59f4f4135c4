const tones = 8;

/** One or two capital letters for a person's name; "?" when the name has no letter. */
export function initialsOf(name: string): string {
	const words = name
		.trim()
		.split(/[\s'’-]+/u)
		.filter((word) => /^[\p{L}\p{N}]/u.test(word));
	const first = words[0];
	const last = words.length > 1 ? words[words.length - 1] : undefined;
	if (!first) return '?';
	return [first, last]
		.map((word) => [...(word ?? '')][0] ?? '')
		.join('')
		.toLocaleUpperCase('fr');
}

/** The same tone (1 to 8) for the same name, whatever its case or accents. */
export function toneOf(name: string): number {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
	let sum = 7;
	for (const letter of plain) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65521;
	return (sum % tones) + 1;
}
