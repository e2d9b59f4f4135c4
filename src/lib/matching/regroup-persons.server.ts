import { randomUUID } from 'node:crypto';
import { hangPrivate } from '#lib/matching/hang-private.server.ts';
import type { Matching } from '#lib/matching/match-chunk.server.ts';
import { type Matched, readMatched, writePersons } from '#lib/matching/person-contacts.server.ts';
import { groupPersons, type Link } from '#lib/matching/person-groups.ts';
import { personIds } from '#lib/matching/person-ids.ts';
import { endsOf, linkOdds, weighing } from '#lib/matching/person-likeness.ts';
import {
	type FoundPair,
	keepPairs,
	type KeptPair,
	linkedWith,
	pairsAmong,
	writeZones,
	type Zone
} from '#lib/matching/person-pairs.server.ts';
import { readKeptApart } from '#lib/matching/person-said.server.ts';

/** What became of the contacts at hand. */
export interface Change {
	/** Shared contacts that may be grouped otherwise now. */
	shared: readonly string[];
	/** Private ones of which it may be otherwise on whom they hang. */
	own: readonly string[];
	/** Who owns what changed or went. */
	owners: readonly string[];
	/** Pairs that are not kept yet. */
	found: readonly FoundPair[];
}

/** Groups all that hang together with what changed, lets private contacts hang on it, and writes it down. */
export async function regroupPersons(matching: Matching, change: Change): Promise<void> {
	const { trx, communityId } = matching;
	const joint = change.found.filter(({ shared }) => shared);
	const seeds = [...change.shared, ...endsOf(joint.filter(isLink))];
	const ids = await linkedWith(trx, communityId, [...new Set(seeds)]);
	const among = new Set(ids);
	const kept = await pairsAmong(trx, communityId, ids);
	const here = joint.filter(({ oneId, otherId }) => among.has(oneId) && among.has(otherId));
	await writeGroups(matching, ids, await groupsOf(matching, ids, [...kept, ...here]));
	const hung = await hangPrivate(matching, change, ids);
	await writePairs(matching, change.found, [...kept, ...hung]);
}

/** A pair by which two contacts hang together. */
function isLink({ odds, decision }: Link): boolean {
	return decision === 'same' || (decision === null && odds >= linkOdds);
}

async function groupsOf(
	{ trx, communityId, population, facts: read }: Matching,
	ids: readonly string[],
	pairs: readonly Link[]
): Promise<string[][]> {
	const linked = endsOf(pairs.filter(isLink));
	const facts = await read(linked);
	const apart = await readKeptApart(trx, communityId, linked);
	// What is private by now, or gone, brings nobody together any more.
	const records = [...facts.values()].filter(({ shared }) => shared).map(({ record }) => record);
	const groups = groupPersons(weighing(records, population), pairs, apart);
	const grouped = new Set(linked);
	return [...groups, ...ids.filter((id) => !grouped.has(id)).map((id) => [id])];
}

async function writeGroups(
	{ trx, communityId, now }: Matching,
	ids: readonly string[],
	groups: readonly string[][]
): Promise<void> {
	const matched = await readMatched(trx, communityId, ids);
	const before = new Map([...matched].map(([id, { personId }]) => [id, personId]));
	const given = personIds(groups, before, randomUUID);
	const persons = new Map<string, string | null>(ids.map((id) => [id, null]));
	for (const [at, group] of groups.entries())
		for (const id of group) persons.set(id, given[at] ?? null);
	const moved = [...persons].filter(([id, person]) => before.get(id) !== person);
	await writePersons(trx, communityId, new Map(moved), now);
}

/** Keeps the pairs that were found, and says of those that were kept before where they belong now. */
async function writePairs(
	{ trx, communityId }: Matching,
	found: readonly FoundPair[],
	before: readonly KeptPair[]
): Promise<void> {
	const persons = await readMatched(trx, communityId, endsOf([...found, ...before]));
	const zoned = found.map((pair) => ({ ...pair, zone: zoneOf(pair, persons) }));
	await keepPairs(trx, communityId, zoned);
	const moved = before.flatMap((pair) => {
		const zone = zoneOf(pair, persons);
		return zone === pair.zone ? [] : [{ ...pair, zone }];
	});
	await writeZones(trx, communityId, moved);
}

function zoneOf({ oneId, otherId, decision }: Link, persons: ReadonlyMap<string, Matched>): Zone {
	const person = persons.get(oneId)?.personId ?? null;
	if (person !== null && person === persons.get(otherId)?.personId) return 'joined';
	return decision === 'apart' ? 'apart' : 'asked';
}
