import { error, redirect } from '@sveltejs/kit';
import { endingOf, endings } from '#lib/introductions/answer-endings.ts';
import { normalisePhone } from '#lib/people/phone.ts';
import type { PageServerLoad } from './$types';
import { openDoor, pageOf } from '../door.server.ts';

export const load: PageServerLoad = async (event) => {
	const ending = endings.find((one) => one === event.params.ending);
	const { view, names } = await openDoor(event);
	if (!ending) error(404, 'unknown');
	if (endingOf(view) !== ending) redirect(303, pageOf(event.params, event.url));
	const phone = normalisePhone(view.details.phone ?? '');
	return {
		ending,
		view,
		names,
		details: { ...view.details, ...(phone.ok ? { phone: phone.display } : {}) },
		changePage: changePageOf(event.params, event.url),
		mailAddress: event.locals.app.config.mailAddress
	};
};

function changePageOf(params: { token: string }, url: URL): string {
	const page = pageOf(params, url);
	return `${page}${page.includes('?') ? '&' : '?'}change=yes#answer`;
}
