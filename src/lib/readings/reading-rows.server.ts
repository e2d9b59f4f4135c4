import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/**
 * The readings of a community with their letters, requesters and advisers; none whose draft was
 * thrown away or whose requester was removed.
 */
export function readingRows(db: Kysely<Database>, communityId: string) {
	return db
		.selectFrom('readings')
		.innerJoin('readingLetters', (join) =>
			join
				.onRef('readingLetters.communityId', '=', 'readings.communityId')
				.onRef('readingLetters.readingId', '=', 'readings.id')
		)
		.innerJoin('members as requester', (join) =>
			join
				.onRef('requester.communityId', '=', 'readings.communityId')
				.onRef('requester.id', '=', 'readings.requesterId')
		)
		.innerJoin('members as adviser', (join) =>
			join
				.onRef('adviser.communityId', '=', 'readings.communityId')
				.onRef('adviser.id', '=', 'readings.adviserId')
		)
		.where('readings.communityId', '=', communityId)
		.where('requester.removedAt', 'is', null);
}
