import { m } from '#lib/i18n/paraglide/messages.js';
import type { ConnectorError, ConnectorForm } from '#lib/introductions/connector-form.ts';

const sentences: Record<ConnectorError, () => string> = {
	subject_missing: () => m.connector_error_subject_missing(),
	letter_missing: () => m.connector_error_letter_missing(),
	channel_missing: () => m.connector_error_channel_missing(),
	email_missing: () => m.connector_error_email_missing(),
	name_missing: () => m.connector_error_name_missing(),
	no_channel: () => m.connector_error_no_channel(),
	not_sure: () => m.connector_error_not_sure(),
	too_long: () => m.connector_error_too_long(),
	not_an_email: () => m.connector_error_not_an_email(),
	not_a_phone: () => m.connector_error_not_a_phone(),
	country_missing: () => m.connector_error_country_missing(),
	too_short: () => m.connector_error_too_short()
};

/** What is said beside a field in the page's language; undefined where nothing is wrong. */
export function sayConnectorError(error: ConnectorError | undefined): string | undefined {
	return error && sentences[error]();
}

/** Why a form came back, in one sentence; undefined when nothing is wrong with it. */
export function sayWhyBack(
	form: Pick<ConnectorForm, 'refused' | 'errors'>,
	names: { requester: string; target: string }
): string | undefined {
	if (form.refused === 'busy') return m.connector_refused_busy();
	if (form.refused === 'never_again') return m.connector_refused_never_again(names);
	if (form.refused) return m.connector_refused_too_late();
	return Object.keys(form.errors).length > 0 ? m.connector_errors_title() : undefined;
}
