import { askedMember } from '#lib/introductions/asked-member.server.ts';
import {
	blankTarget,
	type TypedRequest,
	type TypedTarget
} from '#lib/introductions/typed-request.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { knownPersons } from '#lib/matching/known-persons.server.ts';
import { knownBy } from '#lib/network/acquaintances.server.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import { askRows } from './ask-known.server.ts';

/**
 * The form as an address fills it in: `connector` (a contact of one's own) or `member` is asked, for
 * each `target` (a contact of one's own) and each `known` (another member's visible contact); `via` is
 * the member through whom the one who is asked knows them.
 */
export async function openedWith(locals: App.Locals, wish: URLSearchParams) {
	const { actor } = locals;
	const { db } = locals.app;
	const own = (id: string | null) => (id ? readContact(db, actor, id) : null);
	const member = await askedMember(db, actor, wish.get('member') ?? '');
	const connector = await own(member?.contactId || wish.get('connector'));
	const known = connector ? await knownBy(db, actor, connector.id) : [];
	const persons = await knownPersons(db, actor, wish.getAll('known').slice(0, 10));
	const ids = [...wish.getAll('target'), ...persons.flatMap(({ ownId }) => ownId ?? [])];
	const via = await askedMember(db, actor, wish.get('via') ?? '');
	const through = via ? m.find_through({ name: via.name }) : '';
	const targets: TypedTarget[] = [];
	for (const id of new Set(ids)) {
		const contact = await own(id);
		const how = known.find((one) => one.contact.id === id)?.how || through;
		if (!contact) continue;
		const { id: contactId, fullName: name, company } = contact;
		targets.push({ ...blankTarget(), name, contactId, company, how });
	}
	for (const { id: same, name, company, position, ownId } of persons)
		if (!ownId) targets.push({ ...blankTarget(), name, company, position, same, how: through });
	const asked: TypedRequest['connector'] = {
		name: connector?.fullName ?? '',
		contactId: connector?.id ?? '',
		memberId: '',
		email: connector?.details.find((one) => one.kind === 'email')?.value ?? ''
	};
	const typed: TypedRequest = {
		connector: connector ? asked : (member ?? asked),
		targets,
		reason: ''
	};
	const suggestions = known
		.filter((one) => !targets.some((target) => target.contactId === one.contact.id))
		.map(({ contact, how }) => ({
			...blankTarget(),
			name: contact.fullName,
			contactId: contact.id,
			company: contact.company,
			how
		}));
	return { typed, suggestions, asked: await askRows(locals, typed) };
}
