import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Network } from '#lib/network/find-paths.ts';
import { graphOfBooks } from '#lib/network/graph-of-books.ts';
import { compactBooks } from '#lib/network/compact-books.ts';
import { holdBook, type KnownBooks, noBooks } from '#lib/network/known-books.ts';
import { loadBooks } from '#lib/network/load-graph.server.ts';
import { type KnownMember, loadMembers } from '#lib/network/load-members.server.ts';
import {
	type NetworkChange,
	newsSince,
	nothingSeen,
	type Seen
} from '#lib/network/network-news.server.ts';

type Trx = Transaction<Database>;

/** The network of a community as it was at the moment of `seen`. */
export interface LiveNetwork extends Network {
	readonly communityId: string;
	seen: Seen;
}

/** A network of which nothing was read yet, or what was kept of one. */
export function unreadNetwork(
	communityId: string,
	kept: { held: KnownBooks; seen: Seen } = { held: noBooks(), seen: nothingSeen }
): LiveNetwork {
	return { communityId, ...kept, peopled: graphOfBooks(noBooks(), []) };
}

/** What became of it: as it was, changed, or there is no such community any more. */
export type CaughtUp = 'same' | 'changed' | 'gone';

/**
 * Reads what changed since, and nothing else where that is known; afterwards the network is that of
 * one moment of the database. Only one at a time for each network.
 */
export function catchUp(db: Kysely<Database>, live: LiveNetwork): Promise<CaughtUp> {
	return db
		.transaction()
		.setIsolationLevel('repeatable read')
		.setAccessMode('read only')
		.execute(async (trx) => {
			const news = await newsSince(trx, live.communityId, live.seen);
			if (!news) return 'gone';
			const { seen, changes } = news;
			const isSame = changes !== 'unknown' && changes.length === 0;
			if (!isSame || !isBuilt(live)) await readChanges(trx, live, changes);
			live.seen = seen;
			return isSame ? 'same' : 'changed';
		});
}

/** A community has members; a graph without any was not built yet. */
function isBuilt({ peopled }: LiveNetwork): boolean {
	return peopled.community.members > 0;
}

async function readChanges(
	trx: Trx,
	live: LiveNetwork,
	changes: readonly NetworkChange[] | 'unknown'
): Promise<void> {
	const members = await loadMembers(trx, live.communityId);
	const ids = members.map(({ id }) => id);
	const held = changes === 'unknown' ? noBooks() : live.held;
	const changed =
		changes === 'unknown' ? new Set<string>() : await booksWith(trx, live, members, changes);
	const present = new Set(ids);
	for (const ownerId of held.books.keys()) if (!present.has(ownerId)) holdBook(held, ownerId, null);
	const due = ids.filter((id) => changed.has(id) || !held.books.has(id));
	for await (const { ownerId, book } of loadBooks(trx, live.communityId, due, members))
		holdBook(held, ownerId, book);
	const peopled = graphOfBooks(held, members, live.peopled);
	live.held = held;
	live.peopled = peopled;
	if (held.ids.length > 2 * peopled.community.firstStart + fewIds) repack(live, members);
}

/** So many names of nobody are not worth being cleared away. */
const fewIds = 10_000;

/** The names are numbered anew, so that those whom nobody knows any more are forgotten. */
function repack(live: LiveNetwork, members: readonly KnownMember[]): void {
	live.held = compactBooks(live.held);
	live.peopled = graphOfBooks(live.held, members);
}

/** Those that changed, and those in which somebody is whom a member was, or is now. */
async function booksWith(
	trx: Trx,
	{ communityId, held }: LiveNetwork,
	members: readonly KnownMember[],
	changes: readonly NetworkChange[]
): Promise<Set<string>> {
	const books = new Set(changes.map(({ ownerId }) => ownerId));
	const others = new Set(changes.flatMap(({ ownerId, ofMember }) => (ofMember ? [ownerId] : [])));
	if (others.size === 0) return books;
	for (const [ownerId, book] of held.books)
		if ([...book.members.values()].some((memberId) => others.has(memberId))) books.add(ownerId);
	const emails = members.flatMap(({ id, email }) => (others.has(id) && email ? [email] : []));
	const { rows } = await sql<{ ownerId: string }>`
		select distinct k.owner_id as "ownerId" from contact_details d
		join contacts k on k.community_id = d.community_id and k.id = d.contact_id
		where d.community_id = ${communityId} and d.kind = 'email'
			and d.normalised = any(${emails}::text[])`.execute(trx);
	for (const { ownerId } of rows) books.add(ownerId);
	return books;
}
