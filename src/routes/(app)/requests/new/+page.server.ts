import { fail, redirect } from '@sveltejs/kit';
import { communityNow } from '#lib/db/clock.server.ts';
import { beginDraft } from '#lib/introductions/draft.server.ts';
import { keepPeople } from '#lib/introductions/keep-people.server.ts';
import { readRequestForm, type TypedRequest } from '#lib/introductions/request-form.ts';
import { proposeLetter } from '#lib/introductions/propose-letter.server.ts';
import { knownBy } from '#lib/network/acquaintances.server.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opened from a contact, the form already names who is to be asked, for whom. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, actor } = locals;
	const person = async (id: string | null) => (id ? readContact(app.db, actor, id) : null);
	const connector = await person(url.searchParams.get('connector'));
	const known = connector ? await knownBy(app.db, actor, connector.id) : [];
	const targets: TypedRequest['targets'] = [];
	for (const id of url.searchParams.getAll('target')) {
		const contact = await person(id);
		const how = known.find((one) => one.contact.id === id)?.how ?? '';
		if (contact) {
			const { id: contactId, fullName: name, company } = contact;
			targets.push({ name, contactId, company, how });
		}
	}
	const typed: TypedRequest = {
		connector: {
			name: connector?.fullName ?? '',
			contactId: connector?.id ?? '',
			email: connector?.details.find((one) => one.kind === 'email')?.value ?? ''
		},
		targets,
		reason: ''
	};
	const suggestions = known
		.filter((one) => !targets.some((target) => target.contactId === one.contact.id))
		.map(({ contact, how }) => ({
			name: contact.fullName,
			contactId: contact.id,
			company: contact.company,
			how
		}));
	return { typed, suggestions };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { app, actor } = locals;
		const { typed, wanted, hows, errors } = readRequestForm(await request.formData());
		if (actor.kind !== 'member') redirect(303, '/sign-in');
		if (!wanted) return fail(422, { typed, errors });
		const now = await communityNow(app.db, actor.communityId);
		const kept = await keepPeople(app.db, actor, wanted, hows, now);
		const doors = { db: app.db, secret: app.config.secret };
		const begun = await beginDraft(doors, actor, kept, now);
		if (!begun.ok) return fail(404, { typed, errors: { connector: 'not_found' as const } });
		await proposeLetter(app.db, actor, begun.requestId, now);
		redirect(303, `/requests/${begun.requestId}/write`);
	}
};
