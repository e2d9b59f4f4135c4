import { fail } from '@sveltejs/kit';
import { requestLink } from '#lib/communities/mailed-links.server.ts';
import { field, readForm } from '../../account-form.ts';
import { tooOften, visitorOf } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { app } }) => ({
	mails: app.config.smtpUrl !== undefined
});

export const actions: Actions = {
	default: async (event) => {
		const form = readForm({ email: field.email }, await event.request.formData());
		if (!form.ok) return fail(400, form);
		const { email } = form.value;
		const { app } = event.locals;
		const answer = await requestLink(app, visitorOf(event), 'password_reset', email);
		if (!answer.ok) return tooOften(event, answer, { values: form.values });
		return { mailed: email };
	}
};
