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
		case 'asked_enough':
			return m.peace_asked_enough({ connector });
		case 'resting':
			return m.peace_resting({ connector });
		case 'not_for_this':
			return m.peace_not_for_this({ connector });
		case 'asked_before':
			return m.peace_refused_before({ connector });
		case 'several_at_once':
			return m.peace_refused_several();
		case 'waiting':
			return m.peace_refused_waiting();
		default:
			return m.requests_refused_too_late();
	}
}
