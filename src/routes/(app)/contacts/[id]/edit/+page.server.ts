import { error, fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { retellContact } from '#lib/network/retell.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { readContactForm } from '#lib/people/read-contact-form.ts';
import { withRow } from '#lib/people/contact-form-row.ts';
import { type ContactSheet, readContact } from '#lib/people/contact-read.server.ts';
import { updateContact } from '#lib/people/contact-save.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import { asSharingChoice, type SharingChoice } from '#lib/people/sharing-level.ts';
import { typedContact, typedFrom } from '#lib/people/contact-typed.ts';
import { homeCountry } from '#lib/people/home-country.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const contact = await readContact(locals.app.db, locals.actor, params.id);
	if (!contact) error(404);
	const book = await readBookSharing(locals.app.db, locals.actor);
	return {
		name: contact.fullName,
		typed: typedFrom(contact, choiceOf(contact)),
		ofBook: book?.sharing ?? 'private'
	};
};

function choiceOf({ sharing, sharingBy }: ContactSheet): SharingChoice {
	return sharingBy === 'book' ? 'book' : sharing;
}

/** A choice that was not touched stays that of the book or the import. */
async function share({ app, actor }: App.Locals, id: string, typed: string): Promise<void> {
	const choice = asSharingChoice(typed);
	const contact = await readContact(app.db, actor, id);
	if (!choice || !contact || choice === choiceOf(contact)) return;
	await shareContacts(app.db, actor, { ids: [id] }, choice, sharingChanged);
}

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
		await share(locals, params.id, typed.sharing);
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
