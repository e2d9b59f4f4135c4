/** Why a value is no LinkedIn profile address. */
export type ProfileRefusal = 'empty' | 'not_a_profile';

export type ProfileResult = { ok: true; profile: string } | { ok: false; refusal: ProfileRefusal };

const start = 'https://www.linkedin.com/in/';

/** As LinkedIn itself writes nearly all of them, some letters of two bytes encoded. */
const usual =
	/^https:\/\/www\.linkedin\.com\/in\/(?=.)[a-z0-9-]*(?:%C[345]%[89AB][0-9A-F][a-z0-9-]*)*$/;

/** The letters À to ſ where they are the small ones of Western and Central Europe, in their order. */
const letters = Array.from({ length: 0xc0 }, (_, index) => {
	const letter = String.fromCharCode(0xc0 + index);
	return 'àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿßąćčďđęěğłńňřśşšťůźžőű'.includes(letter) ? letter : '';
});

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
	const known = usualProfile(value);
	if (known !== undefined) return { ok: true, profile: known };
	const typed = value.trim();
	if (typed === '') return { ok: false, refusal: 'empty' };
	const [, kind = '', path = ''] = address.exec(typed) ?? [];
	const isPub = kind.toLowerCase() === 'pub';
	const parts = path.split('/', isPub ? 4 : 1).map(readable);
	const name = parts.join('/');
	if (name === '' || name.length > longestName) return { ok: false, refusal: 'not_a_profile' };
	return { ok: true, profile: isPub ? `https://www.linkedin.com/pub/${name}` : start + name };
}

/** The same for an address as LinkedIn itself writes nearly all of them, in a third of the time. */
export function usualProfile(value: string): string | undefined {
	if (value.length > start.length + longestName || !usual.test(value)) return undefined;
	return value.includes('%') ? decodeLetters(value) : value;
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

/** Undefined where anything but these letters is encoded. */
function decodeLetters(text: string): string | undefined {
	let decoded = '';
	let from = 0;
	for (let at = text.indexOf('%'); at !== -1; at = text.indexOf('%', from)) {
		const letter =
			letters[64 * (hex(text, at + 2) - 3) + 16 * (hex(text, at + 4) - 8) + hex(text, at + 5)];
		if (!letter) return undefined;
		decoded += text.slice(from, at) + letter;
		from = at + 6;
	}
	return decoded + text.slice(from);
}

function hex(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code < 0x3a ? code - 0x30 : code - 0x37;
}
