import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Finding } from '#lib/network/finding.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import { ownTies } from '#lib/network/own-ties.server.ts';
import type { FoundPath } from '#lib/network/path-finder.ts';
import type { NamedMember, PathKnowledge, TieEnds } from '#lib/network/path-knowledge.ts';
import { tellTies } from '#lib/network/tell-ties.ts';
import { tieRows } from '#lib/network/tie-rows.server.ts';
import { bookOf } from '#lib/people/book.ts';

/** Reads what may be told of these paths, and of people on none, at once. */
export async function knownOnPaths(
	{ db, actor, now }: Pick<Finding, 'db' | 'actor' | 'now'>,
	paths: readonly FoundPath[],
	people: readonly Somebody[]
): Promise<PathKnowledge> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return { own: new Map(), members: new Map(), kinds: new Map(), hows: new Map() };
	const { ownerId } = book;
	const mine = [...paths.flatMap((path) => path.people.slice(1, 2)), ...people];
	const wanted = [...mine.map((known) => ({ ownerId, known })), ...paths.flatMap(foreignTies)];
	const { rows } = await tieRows(actor, wanted).execute(db);
	const isOwn = (row: TieEnds) => row.ownerId === ownerId;
	const own = await ownTies(db, actor, rows.filter(isOwn), now);
	const { kinds, owners } = tellTies(
		actor,
		rows.filter((row) => !isOwn(row))
	);
	const unnamed = connectorsOn(paths).filter((id) => !owners.has(id));
	const members = new Map([...owners, ...(await membersNamed(db, actor, unnamed))]);
	const noted = paths.some((path) => path.noted) ? [...own.values()] : [];
	const contactIds = noted.map(({ contactId }) => contactId);
	return { own, members, kinds, hows: await howsAmong(db, actor, contactIds) };
}

function connectorsOn(paths: readonly FoundPath[]): string[] {
	const all = paths.flatMap(({ people }) => people.slice(1, -1));
	const ids = all.filter((id) => id.startsWith('member ')).map((id) => id.slice(7));
	return [...new Set(ids)];
}

/** The links that are told by another member: all beyond the first but what was noted. */
function foreignTies({ people, target, noted }: FoundPath): TieEnds[] {
	return people.slice(1, -1).flatMap((owner, at) => {
		const next = at === people.length - 3 ? target : (people[at + 2] ?? '');
		if (!owner.startsWith('member ') || (noted && at === 0)) return [];
		return [{ ownerId: owner.slice(7), known: next }];
	});
}

async function membersNamed(
	db: Kysely<Database>,
	actor: Actor,
	ids: string[]
): Promise<Map<string, NamedMember>> {
	if (actor.kind !== 'member' || ids.length === 0) return new Map();
	const { communityId } = actor;
	if (!may(actor, { to: 'read_members', communityId })) return new Map();
	const rows = await db
		.selectFrom('members')
		.select(['id', 'name', 'headline'])
		.where('communityId', '=', communityId)
		.where('id', 'in', ids)
		.where('removedAt', 'is', null)
		.execute();
	return new Map(rows.map((row) => [row.id, row]));
}

async function howsAmong(db: Kysely<Database>, actor: Actor, ids: string[]) {
	const book = bookOf(actor, 'read_contact');
	if (!book || ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('acquaintances')
		.select(['connectorId', 'targetId', 'how'])
		.where('communityId', '=', book.communityId)
		.where('ownerId', '=', book.ownerId)
		.where('connectorId', 'in', ids)
		.where('targetId', 'in', ids)
		.execute();
	return new Map(rows.map((row) => [`${row.connectorId} ${row.targetId}`, row.how]));
}
