import { fail, redirect } from '@sveltejs/kit';
import { sendEmailCheck } from '#lib/communities/email-check.server.ts';
import { mustConfirm, signInByPassword } from '#lib/communities/sign-in.server.ts';
import { signUp, signUpDoor } from '#lib/communities/sign-up.server.ts';
import { tellOfAccount } from '#lib/communities/mailed-links.server.ts';
import { takeAll } from '#lib/communities/visitor.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { errorAt, field, readForm } from '../../account-form.ts';
import { leaveDemo, tooOften, visitorOf } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { app, userId } }) => {
	if (userId) redirect(303, '/');
	return { door: await signUpDoor(app.db, app.config) };
};

const shape = {
	name: field.name,
	email: field.email,
	password: field.newPassword,
	community: field.community
};

export const actions: Actions = {
	default: async (event) => {
		const { app, locale } = event.locals;
		const form = readForm(shape, await event.request.formData());
		if (!form.ok) return fail(400, form);
		const visitor = visitorOf(event);
		const tooMany = await takeAll(app.limits, ['sign_up', visitor.address]);
		if (tooMany) return tooOften(event, tooMany, { values: form.values });
		const { name, email, password, community } = form.value;
		const communityName = community || m.access_community_proposed({ name });
		const made = await signUp(app.db, app.config, { name, email, password, locale, communityName });
		if (!made.ok && made.refusal === 'closed') redirect(303, '/sign-in');
		if (!made.ok && !mustConfirm(app)) {
			const errors = errorAt('email', m.access_error_email_taken());
			return fail(400, { values: form.values, errors });
		}
		if (made.ok) await sendEmailCheck(app, made.userId, new Date());
		else await tellOfAccount(app, email);
		if (mustConfirm(app)) return { mailed: email };
		await signInByPassword(app, visitor, { email, password });
		leaveDemo(event);
		redirect(303, '/');
	}
};
