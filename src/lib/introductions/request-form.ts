import { z } from 'zod';
import { type NewRequest, newRequest } from '#lib/introductions/new-request.ts';
import { normaliseEmail } from '#lib/people/email.ts';

/** One row of the form, as typed. */
export interface TypedTarget {
	name: string;
	contactId: string;
	company: string;
	how: string;
}

/** The form as typed, to be shown again with its errors. */
export interface TypedRequest {
	connector: { name: string; contactId: string; email: string };
	targets: TypedTarget[];
	reason: string;
}

/** What is wrong, by field: 'connector', 'email', 'targets', 'target.0'… */
export type RequestErrors = Record<string, RequestError>;
export type RequestError =
	'name_missing' | 'targets_missing' | 'targets_too_many' | 'email' | 'same' | 'not_found';

export interface ReadRequest {
	typed: TypedRequest;
	/** Null while something is wrong. */
	wanted: NewRequest | null;
	hows: string[];
	errors: RequestErrors;
}

const texts = (form: FormData, name: string) => form.getAll(name).map(String);

/** Reads the new-request form: rows without a name are left out, what is wrong is told by field. */
export function readRequestForm(form: FormData): ReadRequest {
	const typed = typedFrom(form);
	const targets = typed.targets.filter((row) => row.name.trim() || row.contactId);
	const errors = errorsOf(typed, targets);
	const parsed = newRequest.safeParse({
		connector: { ...typed.connector, contactId: typed.connector.contactId || null },
		targets: targets.map((row) => ({ ...row, contactId: row.contactId || null })),
		reason: typed.reason
	});
	const wanted = parsed.success && Object.keys(errors).length === 0 ? parsed.data : null;
	if (!parsed.success) Object.assign(errors, countErrors(parsed.error));
	return { typed, wanted, hows: targets.map((row) => row.how.trim()), errors };
}

function typedFrom(form: FormData): TypedRequest {
	const [names, ids] = [texts(form, 'target'), texts(form, 'target_id')];
	const [companies, hows] = [texts(form, 'target_company'), texts(form, 'target_how')];
	return {
		connector: {
			name: String(form.get('connector') ?? ''),
			contactId: idOrNothing(String(form.get('connector_id') ?? '')),
			email: String(form.get('connector_email') ?? '')
		},
		targets: names.slice(0, 20).map((name, at) => ({
			name,
			contactId: idOrNothing(ids[at] ?? ''),
			company: companies[at] ?? '',
			how: hows[at] ?? ''
		})),
		reason: String(form.get('reason') ?? '')
	};
}

const idOrNothing = (text: string) => (z.uuid().safeParse(text).success ? text : '');

function errorsOf({ connector }: TypedRequest, targets: TypedTarget[]): RequestErrors {
	const errors: RequestErrors = {};
	if (!connector.name.trim() && !connector.contactId) errors['connector'] = 'name_missing';
	const email = normaliseEmail(connector.email);
	if (!email.ok && email.refusal !== 'empty') errors['email'] = 'email';
	for (const [at, row] of targets.entries())
		if (row.contactId && row.contactId === connector.contactId) errors[`target.${at}`] = 'same';
	return errors;
}

function countErrors(error: z.ZodError): RequestErrors {
	const codes = error.issues.map((issue) => issue.message);
	if (codes.includes('targets_missing')) return { targets: 'targets_missing' };
	return codes.includes('targets_too_many') ? { targets: 'targets_too_many' } : {};
}
