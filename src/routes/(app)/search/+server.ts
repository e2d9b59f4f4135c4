import { json } from '@sveltejs/kit';
import { sayNumber } from '#lib/i18n/lists.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { listCompanies } from '#lib/people/company-list.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { workOf } from '#lib/people/work-of.ts';
import type { RequestHandler } from './$types';

/** What the command palette finds: people first, then the companies where the member knows somebody. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { actor } = locals;
	const { db } = locals.app;
	const query = url.searchParams.get('q') ?? '';
	const [{ contacts }, companies] = await Promise.all([
		listContacts(db, actor, { query, limit: 5 }),
		query.trim() === '' ? [] : listCompanies(db, actor, query)
	]);
	const people = contacts.map((contact) => ({
		kind: 'contact',
		label: contact.fullName,
		detail: workOf(contact),
		href: `/contacts/${contact.id}`
	}));
	const places = companies.slice(0, 3).map(({ name, contacts: count }) => ({
		kind: 'company',
		label: name,
		detail: m.contacts_found({ count, said: sayNumber(count, locals.locale) }),
		href: `/contacts?${new URLSearchParams({ company: name })}`
	}));
	return json([...people, ...places], { headers: { 'cache-control': 'no-store' } });
};
