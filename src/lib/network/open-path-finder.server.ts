import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { findBestOfEach, findPaths, type Network } from '#lib/network/find-paths.ts';
import { findReach } from '#lib/network/find-reach.ts';
import { graphOfBooks, holdBook, noBooks } from '#lib/network/known-books.ts';
import { loadBooks } from '#lib/network/load-graph.server.ts';
import { loadMembers } from '#lib/network/load-members.server.ts';
import type { PathFinder } from '#lib/network/path-finder.ts';

/** Finds paths in books that are read anew for every question. */
export function openPathFinder({ db }: { db: Kysely<Database> }): PathFinder {
	return {
		paths: async (question) => findPaths(await loadNetwork(db, question.communityId), question),
		bestOfEach: async (question) =>
			findBestOfEach(await loadNetwork(db, question.communityId), question),
		reach: async ({ communityId, memberId }) =>
			findReach(await loadNetwork(db, communityId), memberId),
		stop: async () => {}
	};
}

function loadNetwork(db: Kysely<Database>, communityId: string): Promise<Network> {
	return db
		.transaction()
		.setIsolationLevel('repeatable read')
		.setAccessMode('read only')
		.execute(async (trx) => {
			const members = await loadMembers(trx, communityId);
			const held = noBooks();
			const ids = members.map(({ id }) => id);
			for await (const { ownerId, book } of loadBooks(trx, communityId, ids, members))
				holdBook(held, ownerId, book);
			return { held, peopled: graphOfBooks(held, members) };
		});
}
