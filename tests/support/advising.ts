import type { Kysely } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { newMember } from './new-member.ts';

export const draftLetter =
	'Hello Dean,\n\nWe had lunch in May. Would you introduce me to Pierre?\n\nKathy';

/** A requester and an adviser of one community. */
export interface Advising {
	kathy: Member;
	anne: Member;
	/** A draft of Kathy's to Dean. */
	draft: () => Promise<string>;
	/** Somebody else of the same community. */
	another: (role: Member['role']) => Promise<Member>;
}

/** Kathy, who writes, and Anne, who advises. */
export async function advising(db: Kysely<Database>): Promise<Advising> {
	const kathy = await newMember(db);
	const { communityId } = kathy;
	const another = async (role: Member['role']) =>
		withRole(db, await newMember(db, communityId), role);
	const anne = await another('adviser');
	await db
		.updateTable('members')
		.set({ name: 'Anne Lefort', locale: 'en' })
		.where('id', '=', anne.memberId)
		.execute();
	const draft = async () => {
		const words = { subject: 'Pierre', letter: draftLetter, locale: 'en' as const };
		const row = await db
			.insertInto('requests')
			.values({ communityId, requesterId: kathy.memberId, connectorName: 'Dean Groves', ...words })
			.returning('id')
			.executeTakeFirstOrThrow();
		return row.id;
	};
	return { kathy, anne, draft, another };
}

/** Gives a member another role. */
export async function withRole(
	db: Kysely<Database>,
	member: Member,
	role: Member['role']
): Promise<Member> {
	await db.updateTable('members').set({ role }).where('id', '=', member.memberId).execute();
	return { ...member, role };
}

/** Everybody whom a reading of Kathy's with Anne is no business of, by what they are. */
export async function outsiders(
	db: Kysely<Database>,
	{ kathy, anne, another }: Advising
): Promise<[string, Actor][]> {
	const { communityId } = kathy;
	const elsewhere = await newMember(db);
	return [
		['a stranger', { kind: 'stranger' }],
		['a member', await another('member')],
		['an adviser who was not asked', await another('adviser')],
		['an administrator', await another('administrator')],
		['an owner', await another('owner')],
		['another community', await withRole(db, elsewhere, 'adviser')],
		['the same id from another community', { ...anne, communityId: elsewhere.communityId }],
		['the adviser without the role', { ...anne, role: 'member' }],
		['a connector’s link', { kind: 'connector_link', communityId, requestId: communityId }],
		['the system', { kind: 'system' }]
	];
}
