import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';

/** An invented member, in the community given or in a new one. */
export async function newMember(db: Kysely<Database>, communityId?: string): Promise<Member> {
	const community = communityId ?? (await newCommunity(db));
	const email = `member-${randomUUID()}@example.org`;
	const row = await db
		.insertInto('members')
		.values({ communityId: community, name: 'Kathy Martin', email, role: 'member', locale: 'fr' })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { kind: 'member', communityId: community, memberId: row.id, role: 'member' };
}

async function newCommunity(db: Kysely<Database>): Promise<string> {
	const row = await db
		.insertInto('communities')
		.values({ name: 'Alumni', kind: 'group' })
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}
