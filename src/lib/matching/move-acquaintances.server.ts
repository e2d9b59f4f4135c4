import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { HomeAcquaintance } from '#lib/matching/merge-record.ts';
import type { MergedTrees } from '#lib/matching/merged-trees.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/**
 * Lets every acquaintance of a book lead between the contacts that are shown, and answers where those
 * that were moved belong. One that is known between them already, or that would lead to itself, stays
 * with the hidden contacts. `homes`: where those moved earlier belong.
 */
export async function moveAcquaintances(
	trx: Trx,
	{ communityId, ownerId }: Book,
	trees: MergedTrees,
	homes: readonly HomeAcquaintance[]
): Promise<HomeAcquaintance[]> {
	const rows = await trx
		.selectFrom('acquaintances')
		.select(['id', 'connectorId', 'targetId'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', ownerId)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
	const homeOf = new Map(homes.map((home) => [home.id, home]));
	const places = placesOf(
		rows.map((row) => homeOf.get(row.id) ?? row),
		trees
	);
	const moves = rows.flatMap((row) => {
		const to = places.get(row.id);
		return to && !leadsAlike(row, to) ? [to] : [];
	});
	await move(trx, communityId, moves);
	return rows.flatMap((row) => {
		const home = homeOf.get(row.id) ?? row;
		const { id, connectorId, targetId } = home;
		return leadsAlike(places.get(id) ?? home, home) ? [] : [{ id, connectorId, targetId }];
	});
}

function leadsAlike(one: HomeAcquaintance, other: HomeAcquaintance): boolean {
	return one.connectorId === other.connectorId && one.targetId === other.targetId;
}

/** Where each of them shows: those at home there come first. */
function placesOf(homes: readonly HomeAcquaintance[], trees: MergedTrees) {
	const taken = new Set<string>();
	const places = new Map<string, HomeAcquaintance>();
	const shown = homes.map((home) => ({
		home,
		place: {
			id: home.id,
			connectorId: trees.rootOf(home.connectorId),
			targetId: trees.rootOf(home.targetId)
		}
	}));
	const atHomeFirst = shown.toSorted(
		(one, other) =>
			Number(leadsAlike(other.home, other.place)) - Number(leadsAlike(one.home, one.place))
	);
	for (const { home, place } of atHomeFirst) {
		const key = `${place.connectorId} ${place.targetId}`;
		const free = place.connectorId !== place.targetId && !taken.has(key);
		if (free) taken.add(key);
		places.set(home.id, free ? place : home);
	}
	return places;
}

/** All at once: on the way, two of them could stand in one place. */
async function move(trx: Trx, communityId: string, moves: readonly HomeAcquaintance[]) {
	if (moves.length === 0) return;
	const ids = sql<string>`any(${moves.map(({ id }) => id)}::uuid[])`;
	const gone = await trx
		.deleteFrom('acquaintances')
		.where('communityId', '=', communityId)
		.where('id', '=', ids)
		.returningAll()
		.execute();
	const to = new Map(moves.map((one) => [one.id, one]));
	await trx
		.insertInto('acquaintances')
		.values(gone.map((row) => ({ ...row, ...to.get(row.id) })))
		.execute();
}
