import { fail } from '@sveltejs/kit';
import { readReach } from '#lib/network/reach.server.ts';
import { findFor, findingOf } from './finding-of.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A company or a position may stand in the address; a name is only ever sent in a form. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const words = url.searchParams.get('company') ?? url.searchParams.get('position') ?? '';
	if (words.trim()) return { found: await findFor(locals, words), reach: null };
	const { companies, people, own } = await readReach(await findingOf(locals));
	return { found: null, reach: { people, own, companies: companies.length } };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const found = await findFor(locals, String(form.get('q') ?? ''));
		return found.tooMany ? fail(429, { found }) : { found };
	}
};
