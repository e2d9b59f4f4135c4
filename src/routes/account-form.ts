import { z } from 'zod';
import { passwordLength } from '#lib/communities/password-length.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { normaliseEmail } from '#lib/people/email.ts';

/** The fields that people fill in about themselves; each refusal is a sentence in their language. */
export const field = {
	name: z
		.string()
		.trim()
		.min(1, { error: () => m.access_error_name() })
		.max(200, { error: () => m.access_error_name_long() }),
	email: z.string().transform((text, refused) => {
		const result = normaliseEmail(text);
		if (result.ok) return result.email;
		refused.addIssue({ code: 'custom', message: m.access_error_email() });
		return z.NEVER;
	}),
	/** One that exists already, whatever the rules were when it was chosen. */
	password: z.string().min(1, { error: () => m.access_error_password_missing() }),
	newPassword: z
		.string()
		.min(passwordLength.least, { error: () => m.access_error_password_short() })
		.max(passwordLength.most, { error: () => m.access_error_password_long() }),
	headline: z
		.string()
		.trim()
		.max(160, { error: () => m.access_error_headline_long() }),
	community: z
		.string()
		.trim()
		.max(200, { error: () => m.access_error_community() })
		.default('')
};

export type ReadForm<Value> =
	| { ok: true; value: Value; values: Record<string, string> }
	| { ok: false; errors: Record<string, string>; values: Record<string, string> };

/** Reads a form; `values` is what was typed, to be shown again, without any password. */
export function readForm<Shape extends z.ZodRawShape>(
	shape: Shape,
	data: FormData
): ReadForm<z.infer<z.ZodObject<Shape>>> {
	const typed = [...data].filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string'
	);
	const values = Object.fromEntries(typed.filter(([name]) => !/password/i.test(name)));
	const parsed = z.object(shape).safeParse(Object.fromEntries(typed));
	if (parsed.success) return { ok: true, value: parsed.data, values };
	return { ok: false, errors: errorsOf(parsed.error), values };
}

function errorsOf(error: z.ZodError): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const { path, message, code } of error.issues) {
		const name = String(path[0] ?? '');
		// A field that is not there at all was not sent by our form.
		errors[name] ??= code === 'invalid_type' ? m.access_error_form() : message;
	}
	return errors;
}

/** A sentence beside one field. */
export function errorAt(name: string, message: string): Record<string, string> {
	return { [name]: message };
}
