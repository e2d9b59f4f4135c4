/** Why a value is no e-mail address. */
export type EmailRefusal = 'empty' | 'not_an_email';

export type EmailResult = { ok: true; email: string } | { ok: false; refusal: EmailRefusal };

const wrapping = /^(?:mailto:|<)+|>$/gi;
const local =
	/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;

/**
 * The one form of an e-mail address under which it is kept and compared: trimmed, lower case,
 * an international domain in its ASCII form. Lengths follow RFC 5321 (64 before the @, 254 in all).
 */
export function normaliseEmail(value: string): EmailResult {
	const bare = value.trim().replace(wrapping, '').trim().normalize('NFC').toLowerCase();
	if (bare === '') return { ok: false, refusal: 'empty' };
	const at = bare.lastIndexOf('@');
	const email = `${bare.slice(0, at)}@${asciiDomain(bare.slice(at + 1))}`;
	const valid =
		at > 0 &&
		at <= 64 &&
		email.length <= 254 &&
		local.test(email.slice(0, at)) &&
		domain.test(email.slice(at + 1));
	return valid ? { ok: true, email } : { ok: false, refusal: 'not_an_email' };
}

function asciiDomain(name: string): string {
	if (/^[\x21-\x7e]*$/.test(name)) return name;
	if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(name)) return '';
	return URL.parse(`http://${name}`)?.hostname ?? '';
}
