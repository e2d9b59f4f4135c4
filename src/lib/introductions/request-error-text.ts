import { m } from '#lib/i18n/paraglide/messages.js';
import type { RequestError } from '#lib/introductions/request-form.ts';

const texts: Record<RequestError, () => string> = {
	name_missing: m.requests_error_name_missing,
	targets_missing: m.requests_error_targets_missing,
	targets_too_many: m.requests_error_targets_too_many,
	email: m.requests_error_email,
	same: m.requests_error_same,
	not_found: m.requests_error_not_found
};

/** What is wrong with a field of a request, in a sentence. */
export function requestErrorText(error: RequestError): string {
	return texts[error]();
}
