import type { Goal } from '#lib/introductions/judge-peace.ts';

/** One row of the form, as typed. */
export interface TypedTarget {
	name: string;
	contactId: string;
	company: string;
	position: string;
	how: string;
	/** Another member's visible contact that the requester said it is; empty where nobody. */
	same: string;
	/** Those that the requester said it is not. */
	apart: string[];
}

/** A row to type into. */
export function blankTarget(): TypedTarget {
	return { name: '', contactId: '', company: '', position: '', how: '', same: '', apart: [] };
}

/** The form as typed, to be shown again with its errors. */
export interface TypedRequest {
	connector: {
		name: string;
		contactId: string;
		/** A member who is asked as one, by name alone. */
		memberId: string;
		email: string;
	};
	targets: TypedTarget[];
	/** What it is for; unsaid until it is chosen. */
	goal?: Goal | undefined;
	reason: string;
}
