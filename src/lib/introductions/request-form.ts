import { z } from 'zod';
import { goals } from '#lib/introductions/judge-peace.ts';
import { type NewRequest, newRequest } from '#lib/introductions/new-request.ts';
import type { TypedRequest, TypedTarget } from '#lib/introductions/typed-request.ts';
import { normaliseEmail } from '#lib/people/email.ts';

/** What is wrong, by field: 'connector', 'email', 'targets', 'target.0'… */
export type RequestErrors = Record<string, RequestError>;
export type RequestError =
	'name_missing' | 'targets_missing' | 'targets_too_many' | 'email' | 'same' | 'not_found';

export interface ReadRequest {
	typed: TypedRequest;
	/** Null while something is wrong. */
	wanted: NewRequest | null;
	/** The rows that name somebody, in the order of the targets. */
	rows: TypedTarget[];
	errors: RequestErrors;
}

const texts = (form: FormData, name: string) => form.getAll(name).map(String);

/** Reads the new-request form: rows without a name are left out, what is wrong is told by field. */
export function readRequestForm(form: FormData): ReadRequest {
	const typed = typedFrom(form);
	const targets = typed.targets.filter((row) => row.name.trim() || row.contactId);
	const errors = errorsOf(typed, targets);
	const parsed = newRequest.safeParse({
		connector: {
			...typed.connector,
			contactId: typed.connector.contactId || null,
			memberId: typed.connector.memberId || null
		},
		targets: targets.map((row) => ({ ...row, contactId: row.contactId || null })),
		reason: typed.reason,
		goal: typed.goal
	});
	const wanted = parsed.success && Object.keys(errors).length === 0 ? parsed.data : null;
	if (!parsed.success) Object.assign(errors, countErrors(parsed.error));
	return { typed, wanted, rows: targets, errors };
}

function typedFrom(form: FormData): TypedRequest {
	const [names, ids] = [texts(form, 'target'), texts(form, 'target_id')];
	const [companies, hows] = [texts(form, 'target_company'), texts(form, 'target_how')];
	const [positions, sames] = [texts(form, 'target_position'), texts(form, 'target_same')];
	const aparts = texts(form, 'target_apart');
	return {
		connector: {
			name: String(form.get('connector') ?? ''),
			contactId: idOrNothing(String(form.get('connector_id') ?? '')),
			memberId: idOrNothing(String(form.get('connector_member') ?? '')),
			email: String(form.get('connector_email') ?? '')
		},
		targets: names.slice(0, 20).map((name, at) => ({
			name,
			contactId: idOrNothing(ids[at] ?? ''),
			company: companies[at] ?? '',
			position: positions[at] ?? '',
			how: hows[at] ?? '',
			same: idOrNothing(sames[at] ?? ''),
			apart: readIds(aparts[at] ?? '')
		})),
		goal: goals.find((goal) => goal === form.get('goal')),
		reason: String(form.get('reason') ?? '')
	};
}

/** Ids parted by spaces; what is none is left out. */
export function readIds(text: string): string[] {
	return text.split(' ', 30).filter((id) => idOrNothing(id) !== '');
}

const idOrNothing = (text: string) => (z.uuid().safeParse(text).success ? text : '');

function errorsOf({ connector }: TypedRequest, targets: TypedTarget[]): RequestErrors {
	const errors: RequestErrors = {};
	if (!connector.name.trim() && !connector.contactId && !connector.memberId)
		errors['connector'] = 'name_missing';
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
