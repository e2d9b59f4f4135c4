import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/** In bytes: one file, and all files of one member that are not read yet. */
interface Room {
	file: number;
	all: number;
}

const megabyte = 1024 ** 2;
const ofMembers: Room = { file: 10 * 1024 * megabyte, all: 40 * 1024 * megabyte };
/** Whoever comes by may play in it. */
const ofDemo: Room = { file: 50 * megabyte, all: 200 * megabyte };

/**
 * Why there is no room for one more file of so many bytes: it is too large by itself, or with those
 * that are not read yet. No other file of this member's begins before the transaction ends.
 */
export async function noRoomFor(
	trx: Transaction<Database>,
	{ communityId, memberId }: { communityId: string; memberId: string },
	bytes: number
): Promise<'too_large' | 'too_large_demo' | 'too_many' | undefined> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`imports of ${memberId}`}, 0))`.execute(
		trx
	);
	const { kind } = await trx
		.selectFrom('communities')
		.select('kind')
		.where('id', '=', communityId)
		.executeTakeFirstOrThrow();
	const room = kind === 'demo' ? ofDemo : ofMembers;
	if (bytes > room.file) return kind === 'demo' ? 'too_large_demo' : 'too_large';
	const { kept } = await trx
		.selectFrom('imports')
		.select(sql<number>`coalesce(sum(bytes), 0)::float8`.as('kept'))
		.where('communityId', '=', communityId)
		.where('memberId', '=', memberId)
		.where('state', 'in', ['uploading', 'mapping', 'waiting', 'running', 'cancelled'])
		.where('finishedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return kept + bytes > room.all ? 'too_many' : undefined;
}
