import { z } from 'zod';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Deed } from '#lib/introductions/act.server.ts';
import { laterDays } from '#lib/introductions/later-days.ts';
import type { Channel } from '#lib/introductions/lifecycle.ts';
import { type EmailRefusal, normaliseEmail } from '#lib/people/email.ts';
import { homeCountry } from '#lib/people/home-country.ts';
import { type PhoneRefusal, normalisePhone } from '#lib/people/phone.ts';

/** What a target may answer. */
const answers = ['agree', 'postpone', 'decline', 'redirect', 'never'] as const;

const text = z.string().trim().catch('');

/** The form as it was filled in: kept whole, so that nothing typed is lost when it is refused. */
export const answerTyped = z.object({
	answer: z.enum(answers).or(z.literal('')).catch(''),
	/** The address the letter went to is the one to release. */
	sameEmail: z
		.string()
		.nullish()
		.transform((value) => value === 'yes'),
	email: text,
	phone: text,
	word: text,
	when: z.enum(['month', 'quarter', 'date']).or(z.literal('')).catch(''),
	date: text,
	name: text,
	about: text,
	redirectWord: text
});
export type AnswerTyped = z.infer<typeof answerTyped>;

/** What is wrong with a field; said beside it. */
export type AnswerError =
	| 'answer_missing'
	| 'no_channel'
	| 'when_missing'
	| 'bad_date'
	| 'name_missing'
	| 'too_long'
	| Exclude<EmailRefusal, 'empty'>
	| Exclude<PhoneRefusal, 'empty'>;
export type AnswerErrors = Partial<Record<keyof AnswerTyped, AnswerError>>;

export type AnswerResult = { ok: true; deed: Deed } | { ok: false; errors: AnswerErrors };

/** What judging an answer needs to know of its page. */
export interface AnswerContext {
	/** Where the letter went, offered with one tap; may be empty. */
	askedAt: string;
	locale: Locale;
	now: Date;
}

const longest = { line: 300, word: 2000 };
/** What an earlier answer may have left and this one takes back. */
const nothingMore = { answerWord: '', suggestedName: '', suggestedAbout: '' };

/** Judges an answer; only the fields of the choice made count. */
export function readAnswer(typed: AnswerTyped, context: AnswerContext): AnswerResult {
	switch (typed.answer) {
		case 'agree':
			return readYes(typed, context);
		case 'postpone':
			return readLater(typed, context.now);
		case 'decline':
		case 'never': {
			const event = { kind: 'decline', never: typed.answer === 'never' } as const;
			return { ok: true, deed: { event, words: nothingMore } };
		}
		case 'redirect':
			return readSomeoneElse(typed);
		default:
			return { ok: false, errors: { answer: 'answer_missing' } };
	}
}

function readYes(typed: AnswerTyped, { askedAt, locale }: AnswerContext): AnswerResult {
	const errors: AnswerErrors = {};
	const details: Partial<Record<Channel, string>> = {};
	const email = normaliseEmail(typed.sameEmail && askedAt ? askedAt : typed.email);
	if (email.ok) details.email = email.email;
	else if (email.refusal !== 'empty') errors.email = email.refusal;
	const phone = normalisePhone(typed.phone, homeCountry(locale));
	if (phone.ok) details.phone = phone.e164;
	else if (phone.refusal !== 'empty') errors.phone = phone.refusal;
	if (!email.ok && !phone.ok && !errors.email && !errors.phone) errors.email = 'no_channel';
	if (typed.word.length > longest.word) errors.word = 'too_long';
	if (Object.keys(errors).length > 0) return { ok: false, errors };
	const channels = (['email', 'phone'] as const).filter((channel) => details[channel]);
	const words = { ...nothingMore, answerWord: typed.word };
	return { ok: true, deed: { event: { kind: 'agree', channels }, details, words } };
}

function readLater(typed: AnswerTyped, now: Date): AnswerResult {
	const days = laterDays(now);
	// A day filled in is a day chosen, whether its circle was tapped or not.
	const when = typed.when || (typed.date ? 'date' : '');
	if (when === '') return { ok: false, errors: { when: 'when_missing' } };
	const until = when === 'date' ? typed.date : days[when];
	const real = z.iso.date().safeParse(until).success;
	if (!real || until < days.first || until > days.last)
		return { ok: false, errors: { date: 'bad_date' } };
	return { ok: true, deed: { event: { kind: 'postpone', until }, words: nothingMore } };
}

function readSomeoneElse({ name, about, redirectWord }: AnswerTyped): AnswerResult {
	const errors: AnswerErrors = {};
	if (name === '') errors.name = 'name_missing';
	if (name.length > longest.line) errors.name = 'too_long';
	if (about.length > longest.line) errors.about = 'too_long';
	if (redirectWord.length > longest.word) errors.redirectWord = 'too_long';
	if (Object.keys(errors).length > 0) return { ok: false, errors };
	const words = { suggestedName: name, suggestedAbout: about, answerWord: redirectWord };
	return { ok: true, deed: { event: { kind: 'redirect' }, words } };
}
