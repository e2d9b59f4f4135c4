import { error } from '@sveltejs/kit';
import { readVisible } from '#lib/people/shared-contacts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const person = await readVisible(locals.app.db, locals.actor, params.id);
	if (!person) error(404);
	return { person };
};
