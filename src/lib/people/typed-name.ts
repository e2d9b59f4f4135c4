/** A name typed in one go, cut after its first word: given name, then the rest. */
export function splitName(typed: string): { givenName: string; familyName: string } {
	const [givenName = '', ...rest] = typed.trim().split(/\s+/);
	return { givenName, familyName: rest.join(' ') };
}
