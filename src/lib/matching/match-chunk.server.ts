import type { Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { dropMatched, keepMatched, readMatched } from '#lib/matching/person-contacts.server.ts';
import {
	type FactsReader,
	factsReader,
	type PersonFacts,
	readPrinted
} from '#lib/matching/person-facts.server.ts';
import { dropKeys, meet } from '#lib/matching/meet-by-keys.server.ts';
import {
	endsOf,
	type IdPair,
	likelyAmong,
	pairKey,
	weighing
} from '#lib/matching/person-likeness.ts';
import {
	dropPairs,
	type FoundPair,
	type KeptPair,
	pairsWith
} from '#lib/matching/person-pairs.server.ts';
import {
	type Decision,
	decisionOf,
	readSaid,
	type Said
} from '#lib/matching/person-said.server.ts';
import { regroupPersons } from '#lib/matching/regroup-persons.server.ts';
import type { Population } from '#lib/matching/population.ts';

type Trx = Transaction<Database>;

/** In whose community it happens, by what is known of its people, and when. */
export interface Matching {
	trx: Trx;
	communityId: string;
	population: Population;
	now: Date;
	/** Reads contacts, each once. */
	facts: FactsReader;
}

/**
 * Finds who some contacts are across the books of their community: those that changed are compared
 * with others that share a key, and all that hang together with them are grouped again. Answers how
 * many had changed. The community is held (see holdCommunity); a few thousand at once, no more.
 */
export async function matchChunk(
	situation: Omit<Matching, 'facts'>,
	ids: readonly string[]
): Promise<number> {
	const { trx, communityId } = situation;
	const before = await readMatched(trx, communityId, ids);
	const facts = await readPrinted(trx, communityId, ids);
	const matching = { ...situation, facts: factsReader(trx, communityId, facts) };
	const changed = [...facts.values()].filter(
		({ record, print }) => before.get(record.id)?.print !== print
	);
	const gone = [...before.keys()].filter((id) => !facts.has(id));
	if (changed.length === 0 && gone.length === 0) return 0;
	const touched = [...changed.map(({ record }) => record.id), ...gone];
	const old = await pairsWith(trx, communityId, touched);
	await forget(matching, touched, gone);
	await keepMatched(trx, communityId, changed, matching.now);
	const found = await findPairs(matching, changed, old);
	const idsOf = (shared: boolean) =>
		changed.filter((one) => one.shared === shared).map(({ record }) => record.id);
	const around = (shared: boolean) => endsOf(old.filter((pair) => pair.shared === shared));
	const away = new Set([...gone, ...idsOf(false)]);
	const shared = new Set([...idsOf(true), ...around(true)].filter((id) => !away.has(id)));
	// Who hung on one that changed may hang elsewhere now.
	const own = new Set([...idsOf(false), ...around(false)]);
	const owners = [...facts.values(), ...before.values()].map(({ ownerId }) => ownerId);
	await regroupPersons(matching, { shared: [...shared], own: [...own], owners, found });
	return changed.length + gone.length;
}

async function forget({ trx, communityId }: Matching, touched: string[], gone: string[]) {
	await dropPairs(trx, communityId, touched);
	await dropKeys(trx, communityId, touched);
	await dropMatched(trx, communityId, gone);
}

/** Who may be one person with the contacts that changed, and of whom somebody said something. */
async function findPairs(
	matching: Matching,
	changed: readonly PersonFacts[],
	old: readonly (KeptPair & { foundAt: Date })[]
): Promise<FoundPair[]> {
	const { trx, communityId, population, now } = matching;
	const ids = changed.map(({ record }) => record.id);
	const said = await readSaid(trx, communityId, ids);
	const pairs = new Map<string, IdPair>(said.map((one) => [pairKey(one), one]));
	for (const pair of await meet(trx, communityId, changed)) pairs.set(pairKey(pair), pair);
	const facts = await matching.facts(endsOf(pairs.values()));
	const records = [...facts.values()].map(({ record }) => record);
	const weighed = weighing(records, population);
	const decisions = decisionsOf(said, facts);
	const likely = likelyAmong(weighed, pairs.values(), (pair) => decisions.has(pairKey(pair)));
	const days = new Map(old.map((pair) => [pairKey(pair), pair.foundAt]));
	return likely.flatMap((one) => {
		const [mine, theirs] = [facts.get(one.oneId), facts.get(one.otherId)];
		if (!mine || !theirs || mine.ownerId === theirs.ownerId) return [];
		// Two private ones are nobody's business.
		if (!mine.shared && !theirs.shared) return [];
		const decision = decisions.get(pairKey(one)) ?? null;
		const foundAt = days.get(pairKey(one)) ?? now;
		const owners = { oneOwnerId: mine.ownerId, otherOwnerId: theirs.ownerId };
		const shared = mine.shared && theirs.shared;
		return [{ ...one, ...owners, shared, decision, zone: 'asked' as const, foundAt }];
	});
}

function decisionsOf(
	said: readonly Said[],
	facts: ReadonlyMap<string, PersonFacts>
): Map<string, Decision> {
	const decisions = new Map<string, Decision>();
	for (const one of said) {
		const privateId = [one.oneId, one.otherId].find((id) => facts.get(id)?.shared === false);
		const decision = decisionOf(one, privateId);
		if (decision) decisions.set(pairKey(one), decision);
	}
	return decisions;
}
