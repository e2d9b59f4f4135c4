import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { readIds } from '#lib/introductions/request-form.ts';
import { decideTyped } from '#lib/matching/decide-typed.server.ts';
import { askedPerson, type AskedPerson } from '#lib/matching/known-person.ts';
import { knownPersons } from '#lib/matching/known-persons.server.ts';
import { whoIsTyped } from '#lib/matching/typed-person.server.ts';
import { retellContact } from '#lib/network/retell.server.ts';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { readContactForm } from '#lib/people/read-contact-form.ts';
import { withRow } from '#lib/people/contact-form-row.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { type ContactTyped, typedContact } from '#lib/people/contact-typed.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import { homeCountry } from '#lib/people/home-country.ts';
import { asSharingChoice } from '#lib/people/sharing-level.ts';
import { readPersonName } from '#lib/people/person-name.ts';
import { splitName } from '#lib/people/typed-name.ts';
import { tooOften } from '../../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const book = await readBookSharing(locals.app.db, locals.actor);
	const name = splitName(url.searchParams.get('name')?.slice(0, 200) ?? '');
	const typed = { ...typedContact(new FormData()), ...name };
	return { typed, ofBook: book?.sharing ?? 'private' };
};

export const actions: Actions = {
	save: async ({ locals, request }) => {
		const member = signedIn(locals);
		const form = await request.formData();
		const typed = typedContact(form);
		const said = saidOf(form);
		const read = readContactForm(typed, homeCountry(member.locale));
		if (!read.ok)
			return fail(422, { typed, errors: read.errors, ...(await asked(locals, typed, said)) });
		const { db } = locals.app;
		const now = await communityNow(db, member.communityId);
		const saved = await createContact(
			db,
			locals.actor,
			read.draft,
			now,
			asSharingChoice(typed.sharing)
		);
		if (!saved.ok) return fail(403, { typed, errors: {}, ...nothingAsked, said });
		await decideTyped(db, locals.actor, saved.id, said, now);
		const { communityId, memberId } = member;
		const match = { communityId, memberId, contactId: saved.id };
		await locals.app.queue.enqueue(db, 'match_book', match);
		await retellContact(db, locals.actor, saved.id);
		redirect(303, `/contacts/${saved.id}`);
	},
	row: async ({ locals, request }) => {
		const form = await request.formData();
		const typed = withRow(typedContact(form), String(form.get('row')));
		return { typed, errors: {}, ...(await asked(locals, typed, saidOf(form))) };
	},
	/** Without scripts: who may be meant is asked by a button, and answered by others. */
	known: async (event) => {
		const { locals, request } = event;
		const form = await request.formData();
		const typed = typedContact(form);
		const said = saidOf(form);
		const limit = await locals.app.limits.take('known', signedIn(locals).memberId);
		if (!limit.ok) return tooOften(event, limit, { typed, errors: {}, ...nothingAsked, said });
		const [word, , id = ''] = String(form.get('say') ?? '').split(' ');
		if (word === 'same') await choose(locals, typed, said, id);
		else if (word) said.apart.push(id);
		if (word === 'other') said.same = '';
		return { typed, errors: {}, ...(await asked(locals, typed, said)) };
	}
};

/** What was answered of who it is: another member's visible contact, and those whom it is not. */
interface Said {
	same: string;
	apart: string[];
}

interface Asked {
	said: Said;
	people: AskedPerson[];
	chosen: AskedPerson | undefined;
	wasAsked: boolean;
	problem: string;
}

const nothingAsked = { people: [], chosen: undefined, wasAsked: false, problem: '' };

function saidOf(form: FormData): Said {
	const [same = ''] = readIds(String(form.get('same') ?? ''));
	return { same, apart: readIds(String(form.get('apart') ?? '')) };
}

async function asked(
	locals: App.Locals,
	{ givenName, familyName, company, emails: [email] }: ContactTyped,
	said: Said
): Promise<Asked> {
	const { app, actor } = locals;
	const { db } = app;
	const [chosen] = said.same ? await knownPersons(db, actor, [said.same]) : [];
	if (chosen) return { ...nothingAsked, said, chosen: askedPerson(chosen) };
	const limit = await app.limits.take('known', signedIn(locals).memberId);
	if (!limit.ok) return { ...nothingAsked, said };
	const name = `${givenName} ${familyName}`;
	const people = await whoIsTyped(db, actor, { name, company, email, apart: said.apart });
	return { ...nothingAsked, said, people: people.map(askedPerson), wasAsked: true };
}

/** Fills the form in with whom it is; a contact of one's own is opened instead. */
async function choose(
	{ app: { db }, actor }: App.Locals,
	typed: ContactTyped,
	said: Said,
	id: string
): Promise<void> {
	const [person] = await knownPersons(db, actor, [id]);
	const own = await readContact(db, actor, person?.ownId ?? id);
	if (own) redirect(303, `/contacts/${own.id}`);
	if (!person) return;
	said.same = person.id;
	const { givenName, familyName } = readPersonName({ fullName: person.name });
	if (givenName && familyName) Object.assign(typed, { givenName, familyName });
	typed.company = person.company || typed.company;
	typed.position = person.position || typed.position;
}
