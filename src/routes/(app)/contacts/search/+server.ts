import { json } from '@sveltejs/kit';
import { listContacts } from '#lib/people/contact-list.server.ts';
import type { RequestHandler } from './$types';

/** The member's own contacts, as a picker shows them. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const query = url.searchParams.get('q') ?? '';
	const { contacts } = await listContacts(locals.app.db, locals.actor, { query, limit: 8 });
	const found = contacts.map(({ id, fullName: name, company, position }) => ({
		id,
		name,
		company,
		position
	}));
	return json(found, { headers: { 'cache-control': 'no-store' } });
};
