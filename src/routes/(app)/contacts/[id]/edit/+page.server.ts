import { error, fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { retellContact } from '#lib/network/retell.server.ts';
import { readContactForm } from '#lib/people/read-contact-form.ts';
import { withRow } from '#lib/people/contact-form-row.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import { updateContact } from '#lib/people/contact-save.server.ts';
import { typedContact, typedFrom } from '#lib/people/contact-typed.ts';
import { homeCountry } from '#lib/people/home-country.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const contact = await readContact(locals.app.db, locals.actor, params.id);
	if (!contact) error(404);
	return { name: contact.fullName, typed: typedFrom(contact) };
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const member = signedIn(locals);
		const typed = typedContact(await request.formData());
		const read = readContactForm(typed, homeCountry(member.locale));
		if (!read.ok) return fail(422, { typed, errors: read.errors });
		const { db } = locals.app;
		const now = await communityNow(db, member.communityId);
		const saved = await updateContact(db, locals.actor, params.id, read.draft, now);
		if (!saved.ok) error(404);
		const { communityId, memberId } = member;
		const match = { communityId, memberId, contactId: params.id };
		await locals.app.queue.enqueue(db, 'match_book', match);
		await retellContact(db, locals.actor, params.id);
		redirect(303, `/contacts/${params.id}`);
	},
	row: async ({ request }) => {
		const form = await request.formData();
		return { typed: withRow(typedContact(form), String(form.get('row'))), errors: {} };
	}
};
