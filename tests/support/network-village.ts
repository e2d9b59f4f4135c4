import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { newMember } from './new-member.ts';
import { shareContact } from './shared-books.ts';

/** Kathy knows Dean, who shows Pierre. */
export interface NetworkVillage {
	kathy: Member;
	dean: Member;
	deanAsContact: string;
	pierre: string;
}

/** Makes a village in a community of its own. */
export async function networkVillage(db: Kysely<Database>): Promise<NetworkVillage> {
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	const deanAsContact = await shareContact(db, kathy, {
		fullName: 'Dean Groves',
		email: await emailOf(db, dean),
		sharing: 'private'
	});
	const pierre = await shareContact(db, dean, { fullName: 'Pierre Yvon' });
	return { kathy, dean, deanAsContact, pierre };
}

/** A member's address. */
export async function emailOf(db: Kysely<Database>, { memberId }: Member): Promise<string> {
	const { email } = await db
		.selectFrom('members')
		.select('email')
		.where('id', '=', memberId)
		.executeTakeFirstOrThrow();
	return email;
}

/** Something that happens in a community of three members with nine contacts, by numbers. */
export type Happening = { what: (typeof happenings)[number]; who: number; whom: number };

export const happenings = [
	'share',
	'hide',
	'delete',
	'bring back',
	'merge',
	'say',
	'tell',
	'note',
	'forget note',
	'name',
	'unname',
	'join',
	'part',
	'move away',
	'come back',
	'readdress',
	'add',
	'erase',
	'leave'
] as const;

/** A community of three in which things happen. */
export interface ChangingVillage {
	members: Member[];
	contacts: string[];
	persons: string[];
	happen: (happening: Happening) => Promise<void>;
}

/** Makes one: three members with three contacts each, of whom one is the next member. */
export async function changingVillage(db: Kysely<Database>): Promise<ChangingVillage> {
	const first = await newMember(db);
	const { communityId } = first;
	const members = [first, await newMember(db, communityId), await newMember(db, communityId)];
	const contacts: string[] = [];
	for (const member of members)
		for (const fullName of ['Anne Roy', 'Paul Zimmer', 'Sophie Lane'])
			contacts.push(await shareContact(db, member, { fullName }));
	for (const [at, member] of members.entries()) {
		const email = await emailOf(db, member);
		const contactId = contacts[(3 * at + 3) % contacts.length] ?? '';
		await db
			.insertInto('contactDetails')
			.values({ communityId, contactId, kind: 'email', value: email, normalised: email })
			.execute();
	}
	const persons = [randomUUID(), randomUUID()];
	const happen = async ({ what, who, whom }: Happening) => {
		const contact = contacts[who % contacts.length] ?? '';
		const other = contacts[whom % contacts.length] ?? '';
		const member = members[whom % members.length];
		const person = persons[whom % persons.length];
		const id = sql`community_id = ${communityId} and id = ${contact}`;
		const contactId = sql`community_id = ${communityId} and contact_id = ${contact}`;
		const done = {
			share: sql`update contacts set sharing = 'visible' where ${id}`,
			hide: sql`update contacts set sharing = 'private' where ${id}`,
			delete: sql`update contacts set deleted_at = now() where ${id}`,
			'bring back': sql`update contacts set deleted_at = null, merged_into = null where ${id}`,
			merge: sql`update contacts set merged_into = ${other} where ${id} and id <> ${other}
				and owner_id = (select owner_id from contacts where id = ${other})`,
			say: sql`insert into strengths (community_id, contact_id, owner_id, said)
				select community_id, id, owner_id, 'sure' from contacts where ${id}
				on conflict (community_id, contact_id) do update set said = excluded.said`,
			tell: sql`insert into strengths (community_id, contact_id, owner_id, told)
				select community_id, id, owner_id, ${(1 + whom) / 10}::real from contacts where ${id}
				on conflict (community_id, contact_id) do update set told = excluded.told, said = null`,
			note: sql`insert into acquaintances (community_id, owner_id, connector_id, target_id, created_at)
				select c.community_id, c.owner_id, c.id, o.id, now() from contacts c, contacts o
				where c.id = ${contact} and o.id = ${other} and o.owner_id = c.owner_id and c.id <> o.id
				on conflict do nothing`,
			'forget note': sql`delete from acquaintances where connector_id = ${contact}`,
			name: sql`insert into contact_details (community_id, contact_id, kind, value, normalised)
				select ${communityId}, c.id, 'email', m.email, m.email from contacts c, members m
				where c.id = ${contact} and m.id = ${member?.memberId} on conflict do nothing`,
			unname: sql`delete from contact_details where ${contactId}`,
			join: sql`insert into person_contacts
					(community_id, contact_id, owner_id, shared, person_id, joined_at)
				select community_id, id, owner_id, sharing = 'visible', ${person}, now()
				from contacts where ${id}
				on conflict (community_id, contact_id) do update set person_id = excluded.person_id`,
			part: sql`update person_contacts set person_id = null where ${contactId}`,
			'move away': sql`update members set removed_at = now() where id = ${member?.memberId}`,
			'come back': sql`update members set removed_at = null where id = ${member?.memberId}`,
			readdress: sql`update members set email = 'moved-' || email
				where id = ${member?.memberId} and length(email) < 90`,
			add: sql`insert into contacts (community_id, owner_id, full_name, sharing)
				select community_id, owner_id, 'Ines Bell', 'visible' from contacts where ${id}`,
			erase: sql`delete from contacts where ${id}`,
			leave: sql`delete from members where id = ${member?.memberId} and ${who} > 12`
		} satisfies Record<Happening['what'], unknown>;
		await done[what].execute(db);
	};
	return { members, contacts, persons, happen };
}
