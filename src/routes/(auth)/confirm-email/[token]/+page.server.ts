import { fail, redirect } from '@sveltejs/kit';
import { confirmEmail, readEmailCheck } from '#lib/communities/email-check.server.ts';
import { knowsPassword, signInByPassword } from '#lib/communities/sign-in.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { errorAt, field, readForm } from '../../../account-form.ts';
import { leaveDemo, tooOften, visitorOf } from '../../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const check = await readEmailCheck(locals.app, params.token, new Date());
	if (!check.ok) return { state: check.refusal };
	const { email, userId } = check;
	return { state: 'ready' as const, email, needsPassword: userId !== locals.userId };
};

// Whoever confirms is the one who chose the password: a stranger's account is not confirmed by mistake.
export const actions: Actions = {
	default: async (event) => {
		const { app, userId } = event.locals;
		const check = await readEmailCheck(app, event.params.token, new Date());
		if (!check.ok) return fail(410, { expired: true });
		if (check.userId === userId) {
			await confirmEmail(app.db, check);
			redirect(303, '/settings');
		}
		const form = readForm({ password: field.password }, await event.request.formData());
		if (!form.ok) return fail(400, form);
		const given = { email: check.email, password: form.value.password };
		const holder = await knowsPassword(app, visitorOf(event), given);
		if (!holder.ok && holder.refusal === 'too_many') return tooOften(event, holder, {});
		if (!holder.ok) {
			return fail(400, { errors: errorAt('password', m.access_error_wrong_password()) });
		}
		await confirmEmail(app.db, check);
		await signInByPassword(app, visitorOf(event), given);
		leaveDemo(event);
		redirect(303, '/');
	}
};
