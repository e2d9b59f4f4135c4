import type { Transaction } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { ChosenPerson } from '#lib/introductions/new-request.ts';

type Trx = Transaction<Database>;

/**
 * The connector's columns of a request, from one of the member's own contacts, another member or a
 * typed name; null for a contact that is not theirs and for nobody's member. A connector who is a
 * member (chosen as one, or known by e-mail) finds the request in the application too; language and
 * register are what the contact says.
 */
export async function pickConnector(trx: Trx, member: Member, person: ChosenPerson) {
	if (person.memberId && !person.contactId) return fellowMember(trx, member, person.memberId);
	const contact = person.contactId ? await ownContact(trx, member, person.contactId) : undefined;
	if (person.contactId && !contact) return null;
	const emails = contact ? await valuesOf(trx, member, contact.id, 'email') : [];
	const connectorEmail = emails[0] ?? person.email.toLowerCase();
	const connector = await memberWith(trx, member, [...emails, connectorEmail]);
	const locale = contact?.locale ?? (await localeOf(trx, member));
	return {
		connectorContactId: contact?.id ?? null,
		connectorMemberId: connector?.id ?? null,
		connectorName: contact?.fullName ?? person.name,
		connectorEmail: connectorEmail || (connector?.email ?? ''),
		locale,
		register: contact?.register ?? ('vous' as const)
	};
}

async function fellowMember(trx: Trx, { communityId, memberId }: Member, id: string) {
	const asked = await trx
		.selectFrom('members')
		.select(['id', 'name', 'email', 'locale'])
		.where('communityId', '=', communityId)
		.where('id', '=', id)
		.where('id', '!=', memberId)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	if (!asked) return null;
	return {
		connectorContactId: null,
		connectorMemberId: asked.id,
		connectorName: asked.name,
		connectorEmail: asked.email,
		locale: asked.locale,
		register: 'vous' as const
	};
}

/** The target's columns of an introduction, likewise; with how the connector is said to know them. */
export async function pickTarget(
	trx: Trx,
	member: Member,
	requestId: string,
	person: ChosenPerson
) {
	if (!person.contactId) return typedTarget(person);
	const contact = await ownContact(trx, member, person.contactId);
	if (!contact) return null;
	const [profile = ''] = await valuesOf(trx, member, contact.id, 'profile');
	return {
		targetContactId: contact.id,
		targetName: contact.fullName,
		targetCompany: contact.company,
		targetPosition: contact.position,
		targetProfile: profile,
		acquaintance: await acquaintanceOf(trx, member, requestId, contact.id)
	};
}

function typedTarget(person: ChosenPerson) {
	return {
		targetContactId: null,
		targetName: person.name,
		targetCompany: person.company,
		targetPosition: person.position,
		targetProfile: person.profile,
		acquaintance: ''
	};
}

function ownContact(trx: Trx, member: Member, id: string) {
	return trx
		.selectFrom('contacts')
		.selectAll()
		.where('communityId', '=', member.communityId)
		.where('ownerId', '=', member.memberId)
		.where('id', '=', id)
		.where('deletedAt', 'is', null)
		.executeTakeFirst();
}

async function valuesOf(trx: Trx, member: Member, contactId: string, kind: 'email' | 'profile') {
	const rows = await trx
		.selectFrom('contactDetails')
		.select('normalised')
		.where('communityId', '=', member.communityId)
		.where('contactId', '=', contactId)
		.where('kind', '=', kind)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
	return rows.map((row) => row.normalised);
}

/** Another member of the community with one of these addresses. */
export async function memberWith(trx: Trx, member: Member, emails: string[]) {
	const given = emails.filter(Boolean);
	if (given.length === 0) return undefined;
	return trx
		.selectFrom('members')
		.select(['id', 'email'])
		.where('communityId', '=', member.communityId)
		.where('id', '!=', member.memberId)
		.where('email', 'in', given)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
}

async function localeOf(trx: Trx, member: Member) {
	const row = await trx
		.selectFrom('members')
		.select('locale')
		.where('communityId', '=', member.communityId)
		.where('id', '=', member.memberId)
		.executeTakeFirstOrThrow();
	return row.locale;
}

async function acquaintanceOf(trx: Trx, member: Member, requestId: string, targetId: string) {
	const row = await trx
		.selectFrom('acquaintances')
		.innerJoin('requests', (join) =>
			join
				.onRef('requests.connectorContactId', '=', 'acquaintances.connectorId')
				.onRef('requests.communityId', '=', 'acquaintances.communityId')
		)
		.select('acquaintances.how')
		.where('acquaintances.communityId', '=', member.communityId)
		.where('requests.id', '=', requestId)
		.where('acquaintances.targetId', '=', targetId)
		.executeTakeFirst();
	return row?.how ?? '';
}
