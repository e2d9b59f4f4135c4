import { fail, type RequestEvent } from '@sveltejs/kit';
import { isOwnPassword } from '#lib/communities/own-password.server.ts';
import { readAccount } from '#lib/communities/profile.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { errorAt } from './account-form.ts';
import { tooOften, visitorOf } from './visitor.ts';

type Event = Pick<RequestEvent, 'locals' | 'cookies' | 'setHeaders' | 'getClientAddress'>;

/** Asks the password again, or the e-mail where there is none, before something is erased; null when it was right. */
export async function unconfirmed(event: Event, userId: string, form: FormData) {
	const { app } = event.locals;
	const account = await readAccount(app.db, userId);
	if (!account?.hasPassword) {
		const right = String(form.get('email')).trim().toLowerCase() === account?.email;
		const error = m.access_settings_delete_confirm_wrong();
		return right ? null : fail(400, { eraseErrors: errorAt('email', error) });
	}
	const answer = await isOwnPassword(app, visitorOf(event), userId, String(form.get('password')));
	if (answer.ok) return null;
	if (answer.refusal === 'too_many') return tooOften(event, answer, {});
	return fail(400, { eraseErrors: errorAt('password', m.access_error_wrong_password()) });
}
