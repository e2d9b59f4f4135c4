import { redirect } from '@sveltejs/kit';
import { safePath } from '#lib/access/safe-path.ts';
import { changeLocale } from '#lib/communities/profile.server.ts';
import { asLocale } from '#lib/i18n/locale.ts';
import { keptCookie } from '../visitor.ts';
import type { RequestHandler } from './$types';

/** Chooses the language of the screens (`locale`), then goes back (`then`). */
export const POST: RequestHandler = async ({ request, cookies, locals, url }) => {
	const form = await request.formData();
	const locale = asLocale(String(form.get('locale')));
	if (locale) {
		cookies.set('locale', locale, keptCookie(url));
		const playing = locals.member?.community.kind === 'demo';
		if (locals.userId && !playing) await changeLocale(locals.app.db, locals.userId, locale);
	}
	redirect(303, safePath(String(form.get('then'))));
};
