import type { ContactDraft, DetailDraft, PositionDraft } from '#lib/people/contact-draft.ts';
import { closenesses } from '#lib/people/contact-draft.ts';
import {
	type ContactTyped,
	type TypedPosition,
	isBlankPosition
} from '#lib/people/contact-typed.ts';
import { type EmailRefusal, normaliseEmail } from '#lib/people/email.ts';
import { normaliseLink } from '#lib/people/link.ts';
import { readPartial } from '#lib/people/partial-date.ts';
import { type PhoneRefusal, normalisePhone } from '#lib/people/phone.ts';
import { normaliseProfile } from '#lib/people/profile-address.ts';

/** What is wrong with a field; said beside it. */
export type ContactFormError =
	| 'name_missing'
	| 'company_missing'
	| 'ends_before_start'
	| 'not_a_date'
	| 'not_a_link'
	| 'not_a_profile'
	| 'too_long'
	| Exclude<EmailRefusal, 'empty'>
	| Exclude<PhoneRefusal, 'empty'>;

/** Keyed by field: `givenName`, `emails.0`, `positions.1.startedOn`. */
export type ContactFormErrors = Record<string, ContactFormError>;

export type ContactFormResult =
	{ ok: true; draft: ContactDraft } | { ok: false; errors: ContactFormErrors };

const longest = { line: 300, text: 2000, notes: 20_000 };

/**
 * Judges what was typed. `country` (ISO 3166, two letters) reads phone numbers without a country
 * code. Blank rows are left out; nothing typed is lost when something is refused.
 */
export function readContactForm(typed: ContactTyped, country?: string): ContactFormResult {
	const errors: ContactFormErrors = {};
	const details = [
		...readAll(typed.emails, 'emails', errors, readEmail),
		...readAll(typed.phones, 'phones', errors, (phone) => readPhone(phone, country)),
		...readAll([typed.profile], 'profile', errors, readProfile),
		...readAll(typed.links, 'links', errors, readLink)
	];
	const positions = readPositions(typed.positions, errors);
	const metOn = readDate(typed.metOn, 'metOn', errors);
	judgeLines(typed, errors);
	if (Object.keys(errors).length > 0) return { ok: false, errors };
	const { givenName, familyName, company, position, howKnown, metWhere, notes } = typed;
	const words = { givenName, familyName, company, position, howKnown, metWhere, notes };
	return { ok: true, draft: { ...words, ...readChoices(typed), metOn, details, positions } };
}

function judgeLines(typed: ContactTyped, errors: ContactFormErrors): void {
	if (!typed.givenName && !typed.familyName) errors['givenName'] = 'name_missing';
	for (const field of ['givenName', 'familyName', 'company', 'position', 'metWhere'] as const)
		if (typed[field].length > longest.line) errors[field] = 'too_long';
	if (typed.howKnown.length > longest.text) errors['howKnown'] = 'too_long';
	if (typed.notes.length > longest.notes) errors['notes'] = 'too_long';
}

function readChoices(typed: ContactTyped): Pick<ContactDraft, 'closeness' | 'register' | 'locale'> {
	const { register, locale } = typed;
	return {
		closeness: closenesses.find((closeness) => closeness === typed.closeness) ?? null,
		register: register === 'tu' || register === 'vous' ? register : null,
		locale: locale === 'fr' || locale === 'en' ? locale : null
	};
}

function readAll(
	values: readonly string[],
	group: string,
	errors: ContactFormErrors,
	read: (value: string) => DetailDraft | ContactFormError
): DetailDraft[] {
	const found = new Map<string, DetailDraft>();
	for (const [index, value] of values.entries()) {
		if (value === '') continue;
		const detail = read(value);
		if (typeof detail === 'string') errors[`${group}.${index}`] = detail;
		else found.set(`${detail.kind} ${detail.normalised}`, detail);
	}
	return [...found.values()];
}

function readEmail(value: string): DetailDraft | ContactFormError {
	const read = normaliseEmail(value);
	return read.ok ? { kind: 'email', value: read.email, normalised: read.email } : 'not_an_email';
}

function readPhone(value: string, country?: string): DetailDraft | ContactFormError {
	const read = normalisePhone(value, country);
	if (read.ok) return { kind: 'phone', value: read.display, normalised: read.e164 };
	return read.refusal === 'empty' ? 'not_a_phone' : read.refusal;
}

function readProfile(value: string): DetailDraft | ContactFormError {
	const read = normaliseProfile(value);
	return read.ok
		? { kind: 'profile', value: read.profile, normalised: read.profile }
		: 'not_a_profile';
}

function readLink(value: string): DetailDraft | ContactFormError {
	const profile = readProfile(value);
	if (typeof profile !== 'string') return profile;
	const read = normaliseLink(value);
	return read.ok ? { kind: 'link', value: read.value, normalised: read.normalised } : 'not_a_link';
}

function readPositions(rows: readonly TypedPosition[], errors: ContactFormErrors): PositionDraft[] {
	const read: PositionDraft[] = [];
	for (const [index, row] of rows.entries()) {
		if (isBlankPosition(row)) continue;
		const at = `positions.${index}`;
		const startedOn = readDate(row.startedOn, `${at}.startedOn`, errors);
		const endedOn = readDate(row.endedOn, `${at}.endedOn`, errors);
		if (row.company === '') errors[`${at}.company`] = 'company_missing';
		else if (row.company.length > longest.line) errors[`${at}.company`] = 'too_long';
		if (row.title.length > longest.line) errors[`${at}.title`] = 'too_long';
		if (endsBefore(startedOn, endedOn)) errors[`${at}.endedOn`] = 'ends_before_start';
		read.push({ company: row.company, title: row.title, startedOn, endedOn });
	}
	return read;
}

/** Compared as far as both are known: 2011 does not end before 2011-03. */
function endsBefore(startedOn: string, endedOn: string): boolean {
	if (startedOn === '' || endedOn === '') return false;
	const known = Math.min(startedOn.length, endedOn.length);
	return endedOn.slice(0, known) < startedOn.slice(0, known);
}

function readDate(typed: string, field: string, errors: ContactFormErrors): string {
	const read = readPartial(typed);
	if (read === undefined) errors[field] = 'not_a_date';
	return read ?? '';
}
