import { m } from '#lib/i18n/paraglide/messages.js';
import type { AnswerError, AnswerTyped } from '#lib/introductions/answer-form.ts';

const sentences: Record<AnswerError, () => string> = {
	answer_missing: () => m.answer_error_answer_missing(),
	no_channel: () => m.answer_error_no_channel(),
	when_missing: () => m.answer_error_when_missing(),
	bad_date: () => m.answer_error_bad_date(),
	name_missing: () => m.answer_error_name_missing(),
	too_long: () => m.answer_error_too_long(),
	not_an_email: () => m.answer_error_not_an_email(),
	not_a_phone: () => m.answer_error_not_a_phone(),
	country_missing: () => m.answer_error_country_missing(),
	too_short: () => m.answer_error_too_short()
};

/** What is said beside a field in the page's language; undefined where nothing is wrong. */
export function sayAnswerError(
	field: keyof AnswerTyped,
	error: AnswerError | undefined
): string | undefined {
	if (!error) return undefined;
	const digits = field === 'phone' && error === 'too_long';
	return digits ? m.answer_error_too_long_phone() : sentences[error]();
}
