/** What a change calls for, beyond the change itself; effects.server.ts carries each out. */
export const effects = [
	'deliver_request',
	'deliver_ask',
	'deliver_thanks',
	'tell_requester_of_yes',
	'tell_requester_of_refusal',
	'tell_requester_of_delay',
	'tell_requester_of_suggestion',
	'tell_connector_of_answer',
	'tell_connector_of_handover',
	'tell_connector_of_outcome',
	'tell_both_of_silence',
	'tell_of_withdrawal',
	'open_linked_draft',
	'remind'
] as const;
export type Effect = (typeof effects)[number];
