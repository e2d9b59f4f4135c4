import { error } from '@sveltejs/kit';
import { readContact } from '#lib/people/contact-read.server.ts';
import { contactAs, viewersOf } from '#lib/people/view-as.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db } = locals.app;
	const memberId = url.searchParams.get('by') ?? '';
	const [contact, seen, viewers] = await Promise.all([
		readContact(db, locals.actor, params.id),
		contactAs(db, locals.actor, { contactId: params.id, memberId }),
		viewersOf(db, locals.actor)
	]);
	if (!contact || !seen) error(404);
	return { ...seen, viewers, contact: { id: contact.id, name: contact.fullName } };
};
