import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';

/** The members with an e-mail address, of one community where its id is given. */
export async function membersWith(db: Kysely<Database>, email: string, community: string) {
	const rows = await db
		.selectFrom('members')
		.select(['communityId', 'id as memberId', 'role'])
		.where('email', '=', email.trim().toLowerCase())
		.where('removedAt', 'is', null)
		.execute();
	const members = rows.map((row): Member => ({ kind: 'member', ...row }));
	return members.filter(({ communityId }) => community === '' || communityId === community);
}

/** Why an e-mail address does not say which member is meant. */
export function whoIsIt(members: Member[], email: string): string {
	if (members.length === 0) return `There is no member with the address ${email}.`;
	const ids = members.map(({ communityId }) => communityId).join(', ');
	return `${email} is a member of several communities; say which with --community: ${ids}.`;
}
