import { error } from '@sveltejs/kit';
import { knownPersons } from '#lib/matching/known-persons.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const [person] = await knownPersons(locals.app.db, locals.actor, [params.id]);
	const face = person?.knownBy.find(({ id }) => id === person.id);
	if (!person || !face) error(404);
	const others = person.knownBy.filter(({ ownerId }) => ownerId !== face.ownerId);
	return { person: { ...face, ownId: person.ownId }, others };
};
