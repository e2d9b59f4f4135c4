import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { ChosenPerson, NewRequest } from '#lib/introductions/new-request.ts';
import { saveAcquaintance } from '#lib/network/acquaintances.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { normaliseEmail } from '#lib/people/email.ts';
import { searchText } from '#lib/people/search-text.ts';
import { splitName } from '#lib/people/typed-name.ts';

/**
 * Keeps the people typed into a request as contacts of the member's own, and that the connector
 * knows each target, with how: the path is there for the next time. `hows` goes by target. A member
 * who is asked as one is no contact for that.
 */
export async function keepPeople(
	db: Kysely<Database>,
	actor: Member,
	wanted: NewRequest,
	hows: string[],
	now: Date
): Promise<NewRequest> {
	const connector = await kept(db, actor, wanted.connector, now);
	const targets: ChosenPerson[] = [];
	for (const [at, person] of wanted.targets.entries()) {
		const target = await kept(db, actor, person, now);
		targets.push(target);
		if (!connector.contactId || !target.contactId) continue;
		const pair = { connectorId: connector.contactId, targetId: target.contactId };
		await saveAcquaintance(db, actor, { ...pair, how: hows[at] ?? '' }, now);
	}
	return { ...wanted, connector, targets };
}

async function kept(
	db: Kysely<Database>,
	actor: Member,
	person: ChosenPerson,
	now: Date
): Promise<ChosenPerson> {
	const known = await knownAlready(db, actor, person);
	if (known.contactId || known.memberId) return known;
	const { company, position } = person;
	const email = normaliseEmail(person.email);
	const details = email.ok
		? [{ kind: 'email' as const, value: email.email, normalised: email.email }]
		: [];
	const draft = bareDraft({ ...splitName(person.name), company, position, details });
	const saved = await createContact(db, actor, draft, now);
	return saved.ok ? { ...person, contactId: saved.id } : person;
}

/** The person with the contact of the member's own that a typed name means, where there is one. */
export async function knownAlready(
	db: Kysely<Database>,
	actor: Member,
	person: ChosenPerson
): Promise<ChosenPerson> {
	if (person.contactId || person.memberId) return person;
	const contactId = await namesake(db, actor, person);
	return contactId ? { ...person, contactId } : person;
}

const same = (a: string, b: string) => searchText([a]) === searchText([b]);

/**
 * A name typed in full instead of being picked means the one contact of that name. Among homonyms
 * only the company can tell; where it does not, the typed person is somebody new.
 */
async function namesake(db: Kysely<Database>, actor: Member, person: ChosenPerson) {
	const { contacts } = await listContacts(db, actor, { query: person.name });
	const namesakes = contacts.filter((one) => same(one.fullName, person.name));
	const colleagues = namesakes.filter((one) => same(one.company, person.company));
	const [only, ...others] = person.company ? colleagues : namesakes;
	return others.length === 0 ? only?.id : undefined;
}
