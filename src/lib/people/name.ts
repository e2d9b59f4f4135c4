/** A name as it is shown: its parts in the order people write them, or what is known of it. */
export function displayName(name: {
	givenName?: string | null;
	familyName?: string | null;
	fullName?: string | null;
}): string {
	const whole = tidy(`${name.givenName ?? ''} ${name.familyName ?? ''}`);
	return whole || tidy(name.fullName ?? '');
}

function tidy(text: string): string {
	return text.trim().replace(/\s\s+|[^\S ]/g, ' ');
}
