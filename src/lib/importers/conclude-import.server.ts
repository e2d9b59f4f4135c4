import type { Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { linkCorrespondents } from '#lib/importers/link-correspondents.server.ts';
import { makePeople } from '#lib/importers/make-people.server.ts';
import type { Writing } from '#lib/importers/write-batch.server.ts';
import { retellTies } from '#lib/network/retell.server.ts';
import type { OwnName } from '#lib/importers/own-name.ts';
import { writeOwnName } from '#lib/importers/write-own-side.server.ts';
import { lockBook } from '#lib/matching/merge.server.ts';

/** What a whole file says that no row says alone: who the member is in it, who was written with. */
export async function concludeImport(
	trx: Transaction<Database>,
	reading: Writing & { found: readonly OwnName[] }
): Promise<{ people: number }> {
	await lockBook(trx, reading.book);
	for (const name of reading.found) await writeOwnName(trx, name, reading);
	await linkCorrespondents(trx, reading.book);
	const people = await makePeople(trx, reading);
	await retellTies(trx, reading.book, 'all');
	return { people };
}
