import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { capitalised } from '#lib/i18n/typography.ts';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { retellBook } from '#lib/network/retell.server.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import { decideCompanies, forgetCompanyDecisions } from '#lib/people/company-decisions.server.ts';
import { type Company, findCompany } from '#lib/people/company-list.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { workOf } from '#lib/people/work-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor, locale } = locals;
	const { db } = locals.app;
	const name = url.searchParams.get('name') ?? '';
	const company = await findCompany(db, actor, name);
	if (!company) redirect(303, `/contacts/companies?${new URLSearchParams({ q: name })}`);
	const after = url.searchParams.get('after');
	const companies = company.spellings.flatMap(({ written }) => written);
	const page = await listContacts(db, actor, { companies, after });
	const ties = await tiesTo(db, actor, page.contacts);
	const lines = page.contacts.map((contact) => ({
		id: contact.id,
		name: contact.fullName,
		work: workOf(contact),
		tie: capitalised(sayTie(ties.get(contact.id) ?? [], locale), locale)
	}));
	const done = { apart: url.searchParams.get('apart'), same: url.searchParams.get('same') };
	return { company, lines, next: page.next, isFirst: !after, done };
};

export const actions: Actions = {
	apart: async ({ locals, request }) => {
		const { db, company, other, now } = await asked(locals, request);
		if (!company || !namesOf(company).includes(other)) return fail(404);
		const others = namesOf(company).filter((name) => name !== other);
		await decideCompanies(db, locals.actor, { names: [other], others }, 'apart', now);
		await retellBook(db, locals.actor);
		return back(company.name === other ? (others[0] ?? other) : company.name, { apart: other });
	},
	together: async ({ locals, request }) => {
		const { db, company, other } = await asked(locals, request);
		const second = await findCompany(db, locals.actor, other);
		if (!company || !second) return fail(404);
		const pairs = { names: namesOf(second), others: namesOf(company) };
		await forgetCompanyDecisions(db, locals.actor, pairs);
		await retellBook(db, locals.actor);
		return back(company.name, {});
	},
	same: async ({ locals, request }) => {
		const { db, company, other, now } = await asked(locals, request);
		if (!company) return fail(404);
		const second = await findCompany(db, locals.actor, other);
		if (!second) return fail(400, { typed: other, wrong: 'unknown' as const });
		if (second.name === company.name) return fail(400, { typed: other, wrong: 'already' as const });
		const pairs = { names: namesOf(second), others: namesOf(company) };
		await forgetCompanyDecisions(db, locals.actor, pairs);
		const same = { names: [second.name], others: [company.name] };
		await decideCompanies(db, locals.actor, same, 'same', now);
		await retellBook(db, locals.actor);
		return back(company.name, { same: second.name });
	},
	separate: async ({ locals, request }) => {
		const { db, company, other } = await asked(locals, request);
		if (!company) return fail(404);
		const pairs = { names: [other], others: namesOf(company) };
		await forgetCompanyDecisions(db, locals.actor, pairs);
		await retellBook(db, locals.actor);
		return back(company.name, {});
	}
};

async function asked(locals: App.Locals, request: Request) {
	const form = await request.formData();
	const { db } = locals.app;
	return {
		db,
		company: await findCompany(db, locals.actor, String(form.get('company') ?? '')),
		other: String(form.get('other') ?? '').trim(),
		now: await communityNow(db, signedIn(locals).communityId)
	};
}

function namesOf({ spellings }: Company): string[] {
	return spellings.map(({ name }) => name);
}

function back(name: string, done: Record<string, string>): never {
	redirect(303, `/contacts/company?${new URLSearchParams({ name, ...done })}`);
}
