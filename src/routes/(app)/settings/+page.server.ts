import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/access/policy.ts';
import { changeCommunity, readCommunity } from '#lib/communities/community.server.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { sendEmailCheck } from '#lib/communities/email-check.server.ts';
import { eraseAccount } from '#lib/communities/erase-account.server.ts';
import { changePassword, choosePassword } from '#lib/communities/own-password.server.ts';
import { changeProfile, readAccount } from '#lib/communities/profile.server.ts';
import { signOut } from '#lib/communities/sign-in.server.ts';
import { forgetWritingHelp, keepWritingHelp } from '#lib/communities/writing-help.server.ts';
import { takeAll } from '#lib/communities/visitor.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { errorAt, field, readForm } from '../../account-form.ts';
import { communityShape } from '../../community-form.ts';
import { unconfirmed } from '../../confirm-self.server.ts';
import { keptCookie, tooOften, visitorOf } from '../../visitor.ts';
import { readWritingForm } from './writing-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, actor } = locals;
	const { communityId, name, email, headline, notices, locale, userId } = signedIn(locals);
	const account = userId ? await readAccount(app.db, userId) : null;
	return {
		profile: { name, email, headline, notices, locale },
		account,
		mails: app.config.smtpUrl !== undefined,
		own: may(actor, { to: 'change_community', communityId })
			? await readCommunity(app.db, actor, communityId)
			: null,
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	profile: async (event) => {
		const shape = {
			name: field.name,
			headline: field.headline,
			locale: z.enum(['fr', 'en']),
			notices: z.enum(['mail', 'digest', 'off'])
		};
		const form = readForm(shape, await event.request.formData());
		if (!form.ok) return fail(400, form);
		const { communityId, memberId } = signedIn(event.locals);
		const member = { communityId, memberId, userId: ownAccount(event) };
		await changeProfile(event.locals.app.db, member, form.value);
		event.cookies.set('locale', form.value.locale, keptCookie(event.url));
		return redirect(303, '/settings?done=profile');
	},
	password: async (event) => {
		const { app } = event.locals;
		const userId = ownAccount(event);
		const shape = { currentPassword: field.password, newPassword: field.newPassword };
		const form = readForm(shape, await event.request.formData());
		if (!form.ok) return fail(400, { passwordErrors: form.errors });
		const answer = await changePassword(app, visitorOf(event), userId, form.value);
		if (!answer.ok && answer.refusal === 'too_many') return tooOften(event, answer, {});
		if (!answer.ok) return wrongPassword('currentPassword');
		return redirect(303, '/settings?done=password#password');
	},
	choose: async (event) => {
		const userId = ownAccount(event);
		const form = readForm({ newPassword: field.newPassword }, await event.request.formData());
		if (!form.ok) return fail(400, { passwordErrors: form.errors });
		await choosePassword(event.locals.app, visitorOf(event), userId, form.value.newPassword);
		return redirect(303, '/settings?done=password#password');
	},
	writing: async (event) => {
		ownAccount(event);
		const form = readWritingForm(await event.request.formData());
		if (!form.ok) return fail(400, { writingErrors: form.errors, writingTyped: form.values });
		const { app, actor } = event.locals;
		await keepWritingHelp(app.db, actor, form.value, new Date());
		return redirect(303, '/settings?done=writing#writing');
	},
	writing_off: async (event) => {
		ownAccount(event);
		await forgetWritingHelp(event.locals.app.db, event.locals.actor);
		return redirect(303, '/settings?done=writing_off#writing');
	},
	check: async (event) => {
		const { app } = event.locals;
		const userId = ownAccount(event);
		const tooMany = await takeAll(app.limits, ['link_to', 'email_check', userId]);
		if (tooMany) return tooOften(event, tooMany, {});
		await sendEmailCheck(app, userId, new Date());
		return redirect(303, '/settings?done=check');
	},
	community: async (event) => {
		ownAccount(event);
		const form = readForm(communityShape, await event.request.formData());
		if (!form.ok) return fail(400, { communityErrors: form.errors, communityTyped: form.values });
		const { app, actor } = event.locals;
		const { communityId } = signedIn(event.locals);
		const { communityName: name, about: description } = form.value;
		const changed = await changeCommunity(app.db, actor, communityId, { name, description });
		return redirect(303, changed ? '/settings?done=community#community' : '/settings');
	},
	everywhere: async (event) => {
		ownAccount(event);
		await signOut(event.locals.app, event.cookies, 'everywhere');
		return redirect(303, '/sign-in?done=signed_out');
	},
	erase: async (event) => {
		const userId = ownAccount(event);
		const refusal = await unconfirmed(event, userId, await event.request.formData());
		if (refusal) return refusal;
		const erased = await eraseAccount(event.locals.app.db, userId);
		if (!erased.ok) {
			const name = erased.communityName;
			return fail(409, { eraseErrors: errorAt('', m.access_settings_delete_last_owner({ name })) });
		}
		await signOut(event.locals.app, event.cookies, 'here');
		return redirect(303, '/sign-in?done=deleted');
	}
};

/** The account of who is here as themself; a person of the demo has none to change. */
function ownAccount({ locals }: Pick<RequestEvent, 'locals'>): string {
	return signedIn(locals).userId ?? redirect(303, '/settings');
}

function wrongPassword(name: string) {
	return fail(400, { passwordErrors: errorAt(name, m.access_error_wrong_password()) });
}
