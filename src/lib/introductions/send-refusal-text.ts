import { m } from '#lib/i18n/paraglide/messages.js';
import type { Refusal } from '#lib/introductions/refusals.ts';

/** Why a request or thanks could not go, in a sentence for its writer. */
export function sendRefusalText(refusal: Refusal, connector: string): string {
	switch (refusal) {
		case 'never_again':
			return m.requests_refused_never_again();
		case 'no_address':
			return m.requests_refused_no_address({ connector });
		case 'incomplete':
			return m.requests_refused_incomplete();
		default:
			return m.requests_refused_too_late();
	}
}
