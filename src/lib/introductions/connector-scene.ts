import type { Action } from 'svelte/action';
import type { Locale } from '#lib/i18n/locale.ts';
import type { ConnectorForm } from '#lib/introductions/connector-form.ts';
import type { ConnectorView } from '#lib/introductions/connector-view.server.ts';

/** What every part of a connector's page needs, beside the target it is about. */
export interface ConnectorScene {
	view: ConnectorView;
	now: Date;
	locale: Locale;
	/** Where forms post to: the page's `connector` action. */
	action: string;
	/** SvelteKit's enhance, keeping the fields; without scripts the same forms work plainly. */
	enhance: Action<HTMLFormElement>;
	/** A form that came back, whichever target it is about. */
	form: ConnectorForm | null;
}

/** People as sentences name them: by first name, unless two share it. */
export interface ConnectorNames {
	requester: string;
	target: string;
}

/** SvelteKit's `enhance`, as far as these forms use it; handed in by the routes. */
export type Enhance = (
	form: HTMLFormElement,
	submit: () => (outcome: {
		result: { type: string; data?: unknown };
		update: (options: { reset: boolean }) => Promise<void>;
	}) => Promise<void>
) => { destroy: () => void };

/** Whether an action came back with one of these forms. */
export function isConnectorForm(data: unknown): data is ConnectorForm {
	return typeof data === 'object' && data !== null && 'introductionId' in data && 'typed' in data;
}
