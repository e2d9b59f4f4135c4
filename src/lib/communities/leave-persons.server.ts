import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

type Trx = Transaction<Database>;

/** As in erase-member, which needs this file. */
interface MemberKey {
	communityId: string;
	memberId: string;
}

/** As whoever matches does first (see matching/hold-community): else each may wait for the other. */
async function holdPersons(trx: Trx, communityId: string): Promise<void> {
	await sql`select from match_models where community_id = ${communityId} for update`.execute(trx);
}

/**
 * Lets what a member shared go from whom it was known to be, at once; those left behind are matched
 * anew within the minute.
 */
export async function leavePersons(trx: Trx, { communityId, memberId }: MemberKey): Promise<void> {
	await holdPersons(trx, communityId);
	await sql`update person_contacts set shared = false, person_id = null, print = ''
		where community_id = ${communityId} and owner_id = ${memberId} and shared`.execute(trx);
}

/** Has what a member shares again matched anew within the minute. */
export async function returnToPersons(
	trx: Trx,
	{ communityId, memberId }: MemberKey
): Promise<void> {
	await holdPersons(trx, communityId);
	await sql`update person_contacts set print = ''
		where community_id = ${communityId} and owner_id = ${memberId}`.execute(trx);
}

/**
 * Before a member's contacts are erased: those that were one person with any may be one no more, and
 * private ones that are like any may be somebody else.
 */
export async function askCompanionsAnew(
	trx: Trx,
	{ communityId, memberId }: MemberKey
): Promise<void> {
	await holdPersons(trx, communityId);
	await sql`update person_contacts set print = ''
		where community_id = ${communityId} and owner_id <> ${memberId} and (person_id in (
				select person_id from person_contacts where community_id = ${communityId}
					and owner_id = ${memberId} and shared and person_id is not null)
			or not shared and contact_id in (
				select one_id from person_pairs where community_id = ${communityId}
					and not shared and other_owner_id = ${memberId}
				union all
				select other_id from person_pairs where community_id = ${communityId}
					and not shared and one_owner_id = ${memberId}))`.execute(trx);
}
