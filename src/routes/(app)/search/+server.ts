import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { errorLine } from '#lib/error-line.ts';
import { sayNumber } from '#lib/i18n/lists.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { listCompanies } from '#lib/people/company-list.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { countBlind } from '#lib/people/count-blind.server.ts';
import { findAnswers } from '#lib/network/find.server.ts';
import { whoIsVisible } from '#lib/people/shared-contacts.server.ts';
import { workOf } from '#lib/people/work-of.ts';
import { findingOf } from '../find/finding-of.server.ts';
import type { RequestHandler } from './$types';

const asked = z.object({ query: z.string().max(200) });

/**
 * What the command palette finds: people first, then the companies where the member knows somebody,
 * then whom others in the community let them see. Asked by POST, so that no name stands in an address.
 */
export const POST: RequestHandler = async ({ locals, request }) => {
	const { actor } = locals;
	const { db } = locals.app;
	const body = asked.safeParse(await request.json().catch(() => null));
	if (!body.success) error(422);
	const { query } = body.data;
	const [{ contacts }, companies, shared] = await Promise.all([
		listContacts(db, actor, { query, limit: 5 }),
		query.trim() === '' ? [] : listCompanies(db, actor, query),
		inCommunity(locals, query)
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
		href: `/contacts/company?${new URLSearchParams({ name })}`
	}));
	return json([...people, ...places, ...shared], { headers: { 'cache-control': 'no-store' } });
};

/** Whom other members let this one see, with the name of who knows them; and the count of the others. */
async function inCommunity(locals: App.Locals, query: string) {
	const { app, actor, locale } = locals;
	if (query.trim() === '') return [];
	const taken = await app.limits.take('find', signedIn(locals).memberId);
	if (!taken.ok) return [];
	const [{ people }, ways, count] = await Promise.all([
		whoIsVisible(app.db, actor, { search: query, limit: 5 }),
		pathsTo(locals, query).catch((failure: unknown) => {
			app.log(errorLine(failure, { reference: '-', where: '/search' }));
			return [];
		}),
		countBlind(app.db, actor, { company: query })
	]);
	const company = query.trim();
	const lines = people
		.filter(({ name }) => !ways.some(({ label }) => label === name))
		.map((one) => ({
			kind: 'shared',
			label: one.name,
			detail: [workOf(one), m.sharing_knows({ owner: one.ownerName })].filter(Boolean).join(' · '),
			href: `/community/${one.id}`
		}));
	const found = [...ways, ...lines];
	if (count === 'nobody') return found;
	const label =
		count === 'someone'
			? m.sharing_someone({ company })
			: m.sharing_many({ said: sayNumber(count, locale), company });
	const href = `/community?${new URLSearchParams({ q: company })}`;
	return [...found, { kind: 'shared', label, detail: '', href }];
}

/** To whom a connector leads, by the best path to each. */
async function pathsTo(locals: App.Locals, query: string) {
	const finding = await findingOf(locals);
	const { answers } = await findAnswers(finding, query, { answers: 5, paths: 1 });
	return answers.flatMap(({ id, name, work, best }) => {
		if (!best?.through) return [];
		const through = m.find_through({ name: best.through });
		const detail = [work, through].filter(Boolean).join(' · ');
		return [{ kind: 'path', label: name, detail, href: `/find/${id}` }];
	});
}
