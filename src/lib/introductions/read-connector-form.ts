import { z } from 'zod';
import type { Deed } from '#lib/introductions/act.server.ts';
import type { ConnectorErrors, ConnectorTyped } from '#lib/introductions/connector-form.ts';
import type { Channel } from '#lib/introductions/lifecycle.ts';
import { normaliseEmail } from '#lib/people/email.ts';
import { homeCountry } from '#lib/people/home-country.ts';
import { normalisePhone } from '#lib/people/phone.ts';

const line = z.string().trim().catch('');
// Browsers send line ends as CRLF; a letter is kept with plain ones.
const lines = line.transform((text) => text.replaceAll('\r\n', '\n'));
const ticked = z
	.string()
	.nullish()
	.transform((value) => value === 'yes');

/** What a connector typed, whichever of his forms it came from. */
export const connectorTyped: z.ZodType<ConnectorTyped> = z.object({
	who: z.uuid().catch(''),
	locale: z.enum(['fr', 'en']).catch('fr'),
	register: z.enum(['tu', 'vous']).catch('vous'),
	faint: ticked,
	subject: line,
	letter: lines,
	proposed: lines,
	channel: z.enum(['mail', 'hand', '']).catch(''),
	email: line,
	phone: line,
	refusalReason: lines,
	kindWord: lines,
	name: line,
	about: line,
	sure: ticked
});

export type ReadDeed =
	{ ok: true; deed: Deed; phone: string } | { ok: false; errors: ConnectorErrors };

const longest = { subject: 200, letter: 20_000, line: 300, words: 2000 };

/**
 * The opt-in letter and how it goes. By mail it needs an address; by hand what is known of address
 * and phone comes along, so that a "never again" covers it, and is never insisted on.
 */
export function readAsk(typed: ConnectorTyped): ReadDeed {
	const errors: ConnectorErrors = {};
	judgeLetter(typed, errors);
	if (typed.channel === '') errors.channel = 'channel_missing';
	const byMail = typed.channel === 'mail';
	const email = readEmail(typed, byMail ? errors : {});
	if (byMail && !email && !errors.email) errors.email = 'email_missing';
	if (hasAny(errors)) return { ok: false, errors };
	const { subject: askSubject, letter: askLetter, locale: askLocale, register } = typed;
	const askChannel = byMail ? 'mail' : 'hand';
	const how = { askRegister: register, askChannel, askEmail: email } as const;
	const deed: Deed = {
		event: { kind: 'ask' },
		words: { askSubject, askLetter, askLocale, ...how }
	};
	return { ok: true, deed, phone: readPhone(typed, {}) };
}

function judgeLetter({ subject, letter }: ConnectorTyped, errors: ConnectorErrors): void {
	if (subject === '') errors.subject = 'subject_missing';
	if (letter === '') errors.letter = 'letter_missing';
	if (subject.length > longest.subject) errors.subject = 'too_long';
	if (letter.length > longest.letter) errors.letter = 'too_long';
}

/** Not possible: a reason for oneself, and perhaps a kind word that the requester reads. */
export function readTurnDown({ refusalReason, kindWord }: ConnectorTyped): ReadDeed {
	const errors: ConnectorErrors = {};
	if (refusalReason.length > longest.words) errors.refusalReason = 'too_long';
	if (kindWord.length > longest.words) errors.kindWord = 'too_long';
	if (hasAny(errors)) return { ok: false, errors };
	return plain({ event: { kind: 'turn_down' }, words: { refusalReason, kindWord } });
}

/** Somebody else knows the target better. */
export function readSuggestion({ name, about }: ConnectorTyped): ReadDeed {
	const errors: ConnectorErrors = {};
	if (name === '') errors.name = 'name_missing';
	if (name.length > longest.line) errors.name = 'too_long';
	if (about.length > longest.line) errors.about = 'too_long';
	if (hasAny(errors)) return { ok: false, errors };
	return plain({
		event: { kind: 'suggest' },
		words: { suggestedName: name, suggestedAbout: about }
	});
}

/** The target agreed by word of mouth: which details, and that it is so. */
export function readWord(typed: ConnectorTyped): ReadDeed {
	const errors: ConnectorErrors = {};
	const email = readEmail(typed, errors);
	const phone = readPhone(typed, errors);
	if (!email && !phone && !hasAny(errors)) errors.email = 'no_channel';
	if (!typed.sure) errors.sure = 'not_sure';
	if (hasAny(errors)) return { ok: false, errors };
	const channels: Channel[] = [
		...(email ? ['email' as const] : []),
		...(phone ? ['phone' as const] : [])
	];
	const details = { ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
	return plain({ event: { kind: 'vouch', channels }, details });
}

const plain = (deed: Deed): ReadDeed => ({ ok: true, deed, phone: '' });

function readEmail(typed: ConnectorTyped, errors: ConnectorErrors): string {
	const email = normaliseEmail(typed.email);
	if (email.ok) return email.email;
	if (email.refusal !== 'empty') errors.email = email.refusal;
	return '';
}

function readPhone(typed: ConnectorTyped, errors: ConnectorErrors): string {
	const phone = normalisePhone(typed.phone, homeCountry(typed.locale));
	if (phone.ok) return phone.e164;
	if (phone.refusal !== 'empty') errors.phone = phone.refusal;
	return '';
}

function hasAny(errors: ConnectorErrors): boolean {
	return Object.keys(errors).length > 0;
}
