import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { retellContact } from '#lib/network/retell.server.ts';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { readContactForm } from '#lib/people/read-contact-form.ts';
import { withRow } from '#lib/people/contact-form-row.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { typedContact } from '#lib/people/contact-typed.ts';
import { homeCountry } from '#lib/people/home-country.ts';
import { asSharingChoice } from '#lib/people/sharing-level.ts';
import { splitName } from '#lib/people/typed-name.ts';
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
		const typed = typedContact(await request.formData());
		const read = readContactForm(typed, homeCountry(member.locale));
		if (!read.ok) return fail(422, { typed, errors: read.errors });
		const { db } = locals.app;
		const now = await communityNow(db, member.communityId);
		const saved = await createContact(
			db,
			locals.actor,
			read.draft,
			now,
			asSharingChoice(typed.sharing)
		);
		if (!saved.ok) return fail(403, { typed, errors: {} });
		const { communityId, memberId } = member;
		const match = { communityId, memberId, contactId: saved.id };
		await locals.app.queue.enqueue(db, 'match_book', match);
		await retellContact(db, locals.actor, saved.id);
		redirect(303, `/contacts/${saved.id}`);
	},
	row: async ({ request }) => {
		const form = await request.formData();
		return { typed: withRow(typedContact(form), String(form.get('row'))), errors: {} };
	}
};
