import type { Kysely } from 'kysely';
import type { Database, IntroductionRow } from '#lib/db/schema.ts';

/**
 * Every address under which this introduction's target is known to it: where the ask went, what he
 * released, and what the requester's own contact holds. E-mails in lower case, phones in E.164, profiles normalised.
 */
export async function addressesOf(
	db: Kysely<Database>,
	introduction: IntroductionRow,
	alsoEmail = ''
): Promise<string[]> {
	const details = introduction.targetContactId
		? await db
				.selectFrom('contactDetails')
				.select('normalised')
				.where('communityId', '=', introduction.communityId)
				.where('contactId', '=', introduction.targetContactId)
				.where('kind', 'in', ['email', 'phone', 'profile'])
				.execute()
		: [];
	const released = await db
		.selectFrom('releases')
		.select('value')
		.where('communityId', '=', introduction.communityId)
		.where('introductionId', '=', introduction.id)
		.execute();
	const own = [introduction.askEmail, introduction.targetProfile, alsoEmail];
	const known = [...details.map((row) => row.normalised), ...released.map((row) => row.value)];
	return [...own, ...known].filter(Boolean);
}
