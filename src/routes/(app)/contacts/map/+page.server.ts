import { asLeast } from '#lib/network/map-filter.ts';
import { listFor } from './list-of-map.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	list: await listFor(locals, { query: '', least: 'faint', from: 0 })
});

export const actions: Actions = {
	/** Whom one looks for is sent in a form, so that no name stands in an address. */
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const query = String(form.get('q') ?? '').trim();
		// The button of a page stands after what else the form says.
		const from = Math.max(0, Number.parseInt(String(form.getAll('from').at(-1)), 10) || 0);
		const wanted = { query: query.slice(0, 200), least: asLeast(form.get('least')), from };
		return { list: await listFor(locals, wanted) };
	}
};
