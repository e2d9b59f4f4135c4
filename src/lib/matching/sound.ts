/** Spellings of one sound in French and English names, applied in this order to folded letters. */
const spellings: [RegExp, string][] = [
	[/[^a-z]/g, ''],
	[/^(?:kn|gn|pn)/, 'n'],
	[/^wr/, 'r'],
	[/^x/, 's'],
	[/ph/g, 'f'],
	[/tch|sch|sh|ch/g, 'x'],
	[/gh(?=t|$)/g, ''],
	[/h/g, ''],
	[/qu|ck|q/g, 'k'],
	[/c(?=[eiy])/g, 's'],
	[/c/g, 'k'],
	[/gu(?=[eiy])/g, 'g'],
	[/ge(?=[ao])|g(?=[eiy])/g, 'j'],
	[/gn|ny/g, 'n'],
	[/z/g, 's'],
	[/w/g, 'v'],
	[/y/g, 'i'],
	[/m(?=[pb])/g, 'n'],
	[/(.)\1+/g, '$1'],
	// French does not say the consonants that end a name; an English ear loses little by it.
	[/(?<=[a-z]{2}[aeiou][a-z]?)[dtsxpe]+$/g, '']
];

/**
 * How a name sounds, roughly: its first sound and up to five consonants, so that Yvon and Ivon,
 * Lefèvre and Lefebvre's many spellings, Catherine and Katherine meet. Made for finding, not for
 * judging. After the idea of Soundex (Russell 1918) with rules for French. Empty for no Latin letter.
 */
export function soundOf(folded: string): string {
	let word = folded;
	for (const [pattern, sound] of spellings) word = word.replace(pattern, sound);
	const [first = ''] = word;
	const opening = /[aeiou]/.test(first) ? 'a' : first;
	return (opening + word.slice(1).replace(/[aeiou]/g, '')).slice(0, 6);
}
