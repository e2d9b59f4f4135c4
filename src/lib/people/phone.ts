import {
	isSupportedCountry,
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
	type CountryCode,
	type PhoneNumber
} from 'libphonenumber-js/max';

/** Why a value is no phone number. */
export type PhoneRefusal = 'empty' | 'not_a_phone' | 'country_missing' | 'too_short' | 'too_long';

export type PhoneResult =
	{ ok: true; e164: string; display: string } | { ok: false; refusal: PhoneRefusal };

/**
 * The one form of a phone number: E.164 to keep and compare, the international form to show.
 * A number without its country code is read as one of `country` (ISO 3166, two letters; unknown or
 * absent: such a number is refused). The test is of length, not of range: published ranges age.
 */
export function normalisePhone(value: string, country?: string): PhoneResult {
	const typed = plainSpaces(value).replace(/^tel:/i, '');
	if (typed === '') return { ok: false, refusal: 'empty' };
	const home = country?.toUpperCase();
	const number = read(typed, home && isSupportedCountry(home) ? home : undefined);
	if (number?.isPossible()) {
		return { ok: true, e164: number.number, display: number.formatInternational() };
	}
	return { ok: false, refusal: why(typed, number) };
}

/** Telephones copy numbers with marks of writing direction, French ones with narrow spaces. */
function plainSpaces(value: string): string {
	return value
		.replace(/\p{Cf}/gu, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/** 00 is how most of the world dials out, so it is understood from any country. */
function read(typed: string, country: CountryCode | undefined): PhoneNumber | undefined {
	const first = parsePhoneNumberFromString(typed, { defaultCountry: country, extract: false });
	if (first?.isPossible() || !typed.startsWith('00')) return first;
	return parsePhoneNumberFromString(`+${typed.slice(2)}`, { extract: false }) ?? first;
}

function why(typed: string, number: PhoneNumber | undefined): PhoneRefusal {
	if (!/^[\d +().\-/\u2010-\u2013]+$/u.test(typed)) return 'not_a_phone';
	const digits = typed.replace(/\D/g, '').length;
	if (!number) {
		if (digits > 15) return 'too_long';
		return digits > 5 && !typed.startsWith('+') ? 'country_missing' : 'not_a_phone';
	}
	const length = validatePhoneNumberLength(number.number);
	return length === 'TOO_SHORT' ? 'too_short' : length === 'TOO_LONG' ? 'too_long' : 'not_a_phone';
}
