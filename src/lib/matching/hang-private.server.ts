import type { Matching } from '#lib/matching/match-chunk.server.ts';
import { membersOf, readMatched, writePersons } from '#lib/matching/person-contacts.server.ts';
import type { PersonFacts } from '#lib/matching/person-facts.server.ts';
import { type Hanging, hangings } from '#lib/matching/person-hanging.ts';
import { endsOf, weighing } from '#lib/matching/person-likeness.ts';
import { type KeptPair, pairsWith, privatePairsWith } from '#lib/matching/person-pairs.server.ts';
import { readKeptApart } from '#lib/matching/person-said.server.ts';
import type { Change } from '#lib/matching/regroup-persons.server.ts';

/**
 * Lets private contacts hang on persons, each on one at most, for their owners' eyes: those of the
 * change, those like any of the shared contacts `ids` that were grouped, and all of the same owners
 * that may hang on the same persons beside them. Answers their pairs that were kept before. Nothing
 * of it changes anything for others.
 */
export async function hangPrivate(
	matching: Matching,
	{ own, owners, found }: Change,
	ids: readonly string[]
): Promise<KeptPair[]> {
	const { trx, communityId, now } = matching;
	const fresh = found.filter(({ shared }) => !shared);
	const like = endsOf([...(await privatePairsWith(trx, communityId, ids)), ...fresh]);
	const around = [...new Set([...own, ...like])];
	if (around.length === 0) return [];
	const changed = await privatesAmong(matching, around);
	const near = await personsOf(matching, [
		...around,
		...endsOf(await pairsWith(trx, communityId, [...changed.keys()]))
	]);
	const beside = await privatesAmong(
		matching,
		endsOf(await privatePairsWith(trx, communityId, [...near.values()].flat()))
	);
	const concerned = new Set([...owners, ...changed.values()]);
	const rivals = [...beside].filter(([, ownerId]) => concerned.has(ownerId)).map(([id]) => id);
	const privates = [...new Set([...changed.keys(), ...rivals])];
	if (privates.length === 0) return [];
	const kept = (await pairsWith(trx, communityId, privates)).filter(({ shared }) => !shared);
	const hanging = await hangingOf(matching, privates, [...kept, ...fresh]);
	// Elsewhere not all were looked at that may hang there, and nothing changed.
	const elsewhere = new Set(
		[...hanging].filter(([, where]) => where && !near.has(where)).map(([id]) => id)
	);
	for (const id of elsewhere) hanging.delete(id);
	await writePersons(trx, communityId, hanging, now);
	return kept;
}

/** The owners of those among these contacts that are private, as far as they were matched. */
async function privatesAmong(
	{ trx, communityId }: Matching,
	ids: readonly string[]
): Promise<Map<string, string>> {
	const matched = await readMatched(trx, communityId, ids);
	return new Map(
		[...matched].flatMap(([id, { shared, ownerId }]) => (shared ? [] : [[id, ownerId]]))
	);
}

/** On whom each of these private contacts hangs now. */
async function hangingOf(
	matching: Matching,
	privates: readonly string[],
	pairs: readonly KeptPair[]
): Promise<Map<string, string | null>> {
	const { trx, communityId, population } = matching;
	const members = await personsOf(matching, endsOf(pairs));
	const all = [...privates, ...[...members.values()].flat()];
	const facts = await matching.facts(all);
	// Who is gone and not yet matched says nothing any more.
	const persons = new Map(
		[...members].map(([person, ids]) => [person, ids.filter((id) => facts.has(id))])
	);
	const personOf = new Map(
		[...persons].flatMap(([person, ids]) => ids.map((id) => [id, person] as const))
	);
	const records = [...facts.values()].map(({ record }) => record);
	const apart = await readKeptApart(trx, communityId, all);
	const { of, stay } = hangings(weighing(records, population), apart);
	const byContact = Map.groupBy(
		pairs.flatMap((pair) => [
			{ id: pair.oneId, pair },
			{ id: pair.otherId, pair }
		]),
		({ id }) => id
	);
	const possible = new Map<string, Hanging>();
	for (const id of privates) {
		const links = (byContact.get(id) ?? []).map(({ pair }) => pair);
		const near = new Set(endsOf(links).flatMap((one) => personOf.get(one) ?? []));
		const possibly = new Map([...near].map((person) => [person, persons.get(person) ?? []]));
		const where = facts.has(id) ? of(id, links, possibly) : null;
		if (where) possible.set(id, where);
	}
	const staying = new Set(thoseAlike(possible, facts).flatMap(stay));
	return new Map(
		privates.map((id) => [id, staying.has(id) ? (possible.get(id)?.personId ?? null) : null])
	);
}

/** Of each owner those that chose the same person. */
function thoseAlike(
	possible: ReadonlyMap<string, Hanging>,
	facts: ReadonlyMap<string, PersonFacts>
): Map<string, Hanging>[] {
	const alike = Map.groupBy(
		possible,
		([id, { personId }]) => `${facts.get(id)?.ownerId} ${personId}`
	);
	return [...alike.values()].map((some) => new Map(some));
}

/** The persons of these contacts with all their shared contacts that are still there. */
async function personsOf(
	{ trx, communityId }: Matching,
	ids: readonly string[]
): Promise<Map<string, string[]>> {
	const matched = await readMatched(trx, communityId, ids);
	const persons = [...matched.values()].flatMap(({ shared, personId }) =>
		shared && personId !== null ? [personId] : []
	);
	return membersOf(trx, communityId, [...new Set(persons)]);
}
