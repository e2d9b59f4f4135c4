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
	let mixed = 0x811c9dc5;
	for (const letter of plain) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
	return ((mixed >>> 13) % tones) + 1;
}
