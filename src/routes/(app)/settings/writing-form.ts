import { z } from 'zod';
import { type AddressFault, modelAddress } from '#lib/coach/reword/model-address.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { type ReadForm, readForm } from '../../account-form.ts';

const addressFault: Record<AddressFault, () => string> = {
	missing: m.writing_address_missing,
	not_an_address: m.writing_address_not_an_address,
	not_http: m.writing_address_not_http,
	with_credentials: m.writing_address_with_credentials,
	with_query: m.writing_address_with_query,
	strange_host: m.writing_address_strange_host,
	not_encrypted: m.writing_address_not_encrypted,
	too_long: m.writing_address_too_long
};
const shape = {
	address: modelAddress,
	model: z
		.string()
		.trim()
		.min(1, { error: () => m.writing_model_missing() })
		.max(120, { error: () => m.writing_model_too_long() })
};

/** Where a member's language model is; each refusal is a sentence beside its field. */
export function readWritingForm(data: FormData): ReadForm<{ address: string; model: string }> {
	const form = readForm(shape, data);
	if (form.ok || !isFault(form.errors['address'])) return form;
	return { ...form, errors: { ...form.errors, address: addressFault[form.errors['address']]() } };
}

function isFault(text: string | undefined): text is AddressFault {
	return text !== undefined && Object.hasOwn(addressFault, text);
}
