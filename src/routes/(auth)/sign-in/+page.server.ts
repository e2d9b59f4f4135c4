import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { safePath } from '#lib/access/safe-path.ts';
import { requestLink } from '#lib/communities/mailed-links.server.ts';
import { signInByPassword } from '#lib/communities/sign-in.server.ts';
import { signUpDoor } from '#lib/communities/sign-up.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { field, readForm } from '../../account-form.ts';
import { firstPage } from '../first-page.server.ts';
import { leaveDemo, tooOften, visitorOf } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, member, userId } = locals;
	const onward = safePath(url.searchParams.get('then'));
	if (userId && member) redirect(303, onward);
	if (userId) redirect(303, onward.startsWith('/invitation/') ? onward : '/communities');
	const door = await signUpDoor(app.db, app.config);
	if (door === 'first') redirect(303, '/welcome');
	return {
		onward,
		door,
		done: url.searchParams.get('done'),
		demo: app.config.demo === 'on',
		mails: app.config.smtpUrl !== undefined
	};
};

export const actions: Actions = {
	password: async (event) => {
		const shape = { email: field.email, password: field.password, onward: z.string().default('') };
		const form = readForm(shape, await event.request.formData());
		if (!form.ok) return fail(400, form);
		const { values } = form;
		const answer = await signInByPassword(event.locals.app, visitorOf(event), form.value);
		if (answer.ok) {
			leaveDemo(event);
			redirect(303, await firstPage(event.locals.app.db, answer.userId, form.value.onward));
		}
		if (answer.refusal === 'too_many') return tooOften(event, answer, { values });
		if (answer.refusal === 'wrong') return fail(400, { values, problem: m.access_error_wrong() });
		return fail(403, { values, problem: m.access_sign_in_unconfirmed() });
	},
	link: async (event) => {
		const form = readForm({ email: field.email }, await event.request.formData());
		if (!form.ok) return fail(400, { values: form.values, linkErrors: form.errors });
		const { email } = form.value;
		const { app } = event.locals;
		if (!app.config.smtpUrl) redirect(303, '/forgotten');
		const answer = await requestLink(app, visitorOf(event), 'sign_in_link', email);
		if (!answer.ok) return tooOften(event, answer, { values: form.values });
		return { mailed: email };
	}
};
