import type { Matching } from '#lib/matching/match-chunk.server.ts';
import { membersOf, readMatched, writePersons } from '#lib/matching/person-contacts.server.ts';
import { personFor } from '#lib/matching/person-hanging.ts';
import { endsOf, weighing } from '#lib/matching/person-likeness.ts';
import {
	type FoundPair,
	type KeptPair,
	pairsWith,
	privatePairsWith
} from '#lib/matching/person-pairs.server.ts';

/**
 * Lets private contacts hang on persons, each on one at most, for their owners' eyes: these, and
 * those like any of the shared contacts `ids` that were grouped. Answers their pairs that were kept
 * before. Nothing of it changes anything for others.
 */
export async function hangPrivate(
	{ trx, communityId, population, now, facts: read }: Matching,
	own: readonly string[],
	ids: readonly string[],
	found: readonly FoundPair[]
): Promise<KeptPair[]> {
	const fresh = found.filter(({ shared }) => !shared);
	const like = endsOf([...(await privatePairsWith(trx, communityId, ids)), ...fresh]);
	const matched = await readMatched(trx, communityId, [...new Set([...own, ...like])]);
	const privates = [...matched].filter(([, { shared }]) => !shared).map(([id]) => id);
	if (privates.length === 0) return [];
	const kept = (await pairsWith(trx, communityId, privates)).filter(({ shared }) => !shared);
	const pairs = Map.groupBy(
		[...kept, ...fresh].flatMap((pair) => [
			{ id: pair.oneId, pair },
			{ id: pair.otherId, pair }
		]),
		({ id }) => id
	);
	const persons = await personsOf({ trx, communityId }, endsOf([...kept, ...fresh]));
	const facts = await read([...privates, ...[...persons.values()].flat()]);
	const weighed = weighing(
		[...facts.values()].map(({ record }) => record),
		population
	);
	const hanging = new Map<string, string | null>();
	for (const id of privates) {
		const links = (pairs.get(id) ?? []).map(({ pair }) => pair);
		const like = new Set(endsOf(links));
		const possible = new Map(
			[...persons].filter(([, members]) => members.some((member) => like.has(member)))
		);
		hanging.set(id, facts.has(id) ? personFor(id, links, possible, weighed) : null);
	}
	await writePersons(trx, communityId, hanging, now);
	return kept;
}

/** The persons of these contacts with all their shared contacts that are still there. */
async function personsOf(
	{ trx, communityId }: Pick<Matching, 'trx' | 'communityId'>,
	ids: readonly string[]
): Promise<Map<string, string[]>> {
	const matched = await readMatched(trx, communityId, ids);
	const persons = [...matched.values()].flatMap(({ shared, personId }) =>
		shared && personId !== null ? [personId] : []
	);
	return membersOf(trx, communityId, [...new Set(persons)]);
}
