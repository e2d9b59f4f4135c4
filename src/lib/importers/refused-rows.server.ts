import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { readImport } from '#lib/importers/import-report.server.ts';

/** A row that is no record; `file` is its file inside an archive, else empty. */
export interface RefusedLine {
	file: string;
	line: number;
	reason: string;
	excerpt: string;
}

/** How many rows of an import of this member's were refused for which reason, the most first. */
export async function refusalCounts(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<{ reason: string; count: number }[]> {
	const key = await keyOf(db, actor, id);
	if (!key) return [];
	return db
		.selectFrom('importRefusals')
		.select(({ fn }) => ['reason', fn.countAll<number>().as('count')])
		.where('communityId', '=', key.communityId)
		.where('importId', '=', key.importId)
		.groupBy('reason')
		.orderBy('count', 'desc')
		.orderBy('reason')
		.execute();
}

/** The first refused rows of an import, in the order of the file, without those of some reasons. */
export async function refusedLines(
	db: Kysely<Database>,
	actor: Actor,
	id: string,
	{ most, without }: { most: number; without: readonly string[] }
): Promise<RefusedLine[]> {
	const key = await keyOf(db, actor, id);
	if (!key) return [];
	return linesOf(db, key)
		.where(sql<boolean>`reason <> all(${[...without]}::text[])`)
		.limit(most)
		.execute();
}

const batch = 5000;

/** All refused rows of an import, by the thousand: a mailbox may have a million of them. */
export async function* allRefusedLines(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): AsyncGenerator<RefusedLine[]> {
	const key = await keyOf(db, actor, id);
	if (!key) return;
	for (let after = -1; ;) {
		const rows = await linesOf(db, key)
			.select('ordinal')
			.where('ordinal', '>', after)
			.limit(batch)
			.execute();
		const last = rows.at(-1);
		if (!last) return;
		yield rows;
		after = last.ordinal;
	}
}

interface Key {
	communityId: string;
	importId: string;
}

async function keyOf(db: Kysely<Database>, actor: Actor, id: string): Promise<Key | undefined> {
	const report = await readImport(db, actor, id);
	if (!report || actor.kind !== 'member') return undefined;
	return { communityId: actor.communityId, importId: id };
}

function linesOf(db: Kysely<Database>, { communityId, importId }: Key) {
	return db
		.selectFrom('importRefusals')
		.select(['file', 'line', 'reason', 'excerpt'])
		.where('communityId', '=', communityId)
		.where('importId', '=', importId)
		.orderBy('ordinal');
}
