/** Why a value is no LinkedIn profile address. */
export type ProfileRefusal = 'empty' | 'not_a_profile';

export type ProfileResult = { ok: true; profile: string } | { ok: false; refusal: ProfileRefusal };

const address =
	/^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com\/+(?:mwlite\/|m\/)?(in|pub)\/+([^\s?#]+)/i;

/** Ids that LinkedIn gives to people without an address of their own; unlike names, case counts. */
const opaque = /^AC[a-z]AA/;

/** Far above what LinkedIn grants; an index has to hold it. */
const longestName = 300;

/**
 * The one form of a LinkedIn profile address, `https://www.linkedin.com/in/<name>`: any host of
 * LinkedIn, any language or page suffix, query and percent-encoding are read, none is kept. Names
 * are lower case; the old `/pub/name/1/2b3/4c5` keeps its numbers, since they are part of the name.
 */
export function normaliseProfile(value: string): ProfileResult {
	const typed = value.trim();
	if (typed === '') return { ok: false, refusal: 'empty' };
	const [, kind = '', path = ''] = address.exec(typed) ?? [];
	const parts = path.split('/').map(readable);
	const name = kind.toLowerCase() === 'pub' ? parts.slice(0, 4).join('/') : (parts[0] ?? '');
	if (name === '' || name.length > longestName) return { ok: false, refusal: 'not_a_profile' };
	return { ok: true, profile: `https://www.linkedin.com/${kind.toLowerCase()}/${name}` };
}

function readable(part: string): string {
	const decoded = decode(decode(part));
	const name = decoded.replace(/[\s\p{Cc}/?#]+/gu, '');
	return opaque.test(name) ? name : name.normalize('NFC').toLowerCase();
}

function decode(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
