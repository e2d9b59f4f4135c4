import { fail, redirect } from '@sveltejs/kit';
import { resetPassword } from '#lib/communities/mailed-links.server.ts';
import { field, readForm } from '../../../account-form.ts';
import { tooOften, visitorOf } from '../../../visitor.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = readForm({ password: field.newPassword }, await event.request.formData());
		if (!form.ok) return fail(400, form);
		const given = { token: event.params.token, password: form.value.password };
		const answer = await resetPassword(event.locals.app, visitorOf(event), given);
		if (answer.ok) redirect(303, '/sign-in?done=password');
		if (answer.refusal === 'too_many') return tooOften(event, answer, {});
		return fail(410, { expired: true });
	}
};
