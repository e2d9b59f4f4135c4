import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

interface Owner {
	communityId: string;
	memberId: string;
}

/**
 * The readings a member asked for, with the letters they gave and what they were told; and those they
 * were asked for, with their own words alone: the letters are others'.
 */
export async function exportReadings(db: Kysely<Database>, owner: Owner) {
	const [asked, given] = await Promise.all([
		readingsOf(db, owner, 'requesterId'),
		readingsOf(db, owner, 'adviserId')
	]);
	return {
		readings: asked.map(({ id: _id, other, ...row }) => ({ ...row, adviser: other })),
		readingsGiven: given.map(({ askedAt, answeredAt, state, answerWord, remarks, other }) => ({
			requester: other,
			state,
			askedAt,
			answeredAt,
			answerWord,
			remarks: remarks.map(({ remark, wording, createdAt }) => ({ remark, wording, createdAt }))
		}))
	};
}

async function readingsOf(
	db: Kysely<Database>,
	{ communityId, memberId }: Owner,
	as: 'requesterId' | 'adviserId'
) {
	const rows = await db
		.selectFrom('readings')
		.leftJoin('readingLetters', (join) =>
			join
				.onRef('readingLetters.communityId', '=', 'readings.communityId')
				.onRef('readingLetters.readingId', '=', 'readings.id')
		)
		.innerJoin('members', (join) =>
			join
				.onRef('members.communityId', '=', 'readings.communityId')
				.onRef(
					'members.id',
					'=',
					as === 'adviserId' ? 'readings.requesterId' : 'readings.adviserId'
				)
		)
		.select(['readings.id', 'readings.state', 'readings.askedAt', 'readings.answeredAt'])
		.select(['subject', 'letter', 'word', 'answerWord', 'members.name as other'])
		.where('readings.communityId', '=', communityId)
		.where(`readings.${as}`, '=', memberId)
		.orderBy('readings.askedAt')
		.execute();
	const whole = [];
	for (const row of rows) {
		// What was noted and not given back is nobody's but the adviser's.
		const told = as === 'adviserId' || row.state === 'given';
		whole.push({ ...row, remarks: told ? await remarksOf(db, communityId, row.id) : [] });
	}
	return whole;
}

function remarksOf(db: Kysely<Database>, communityId: string, readingId: string) {
	return db
		.selectFrom('readingRemarks')
		.select(['passage', 'remark', 'wording', 'settled', 'createdAt'])
		.where('communityId', '=', communityId)
		.where('readingId', '=', readingId)
		.orderBy('createdAt')
		.execute();
}
