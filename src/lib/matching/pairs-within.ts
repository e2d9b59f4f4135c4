import { blockKeys } from '#lib/matching/block-keys.ts';
import {
	groupBy,
	type Grouping,
	leastOdds,
	learnFrom,
	type MatchOptions,
	peopleById,
	toldPairs
} from '#lib/matching/grouping.ts';
import { keepLearnt, type Learnt } from '#lib/matching/learnt.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { tableOf } from '#lib/matching/match-table.ts';
import { PairSearch } from '#lib/matching/pair-search.ts';
import { readRecords } from '#lib/matching/record-reader.ts';
import type { ScoredPair } from '#lib/matching/scored-pair.ts';
import { sampledEvery } from '#lib/matching/train.ts';

export interface Matching {
	/** Pairs of one group, joined, and pairs to ask about; the most probable first. Never two profiles. */
	pairs: ScoredPair[];
	/** For the id of each record, the id of the first record of its person, in alphabetical order. */
	personOf: Map<string, string>;
	/** What was learnt on the way, to compare single records with these later. */
	learnt: Learnt;
}

/**
 * Finds who is one person among records, of one book or of many: learns from them how much each field
 * says, compares all that share a key, and joins what belongs together. The order of the records
 * changes nothing. Ids must be different.
 */
export function pairsWithin(records: Iterable<MatchRecord>, options: MatchOptions = {}): Matching {
	const grouping = groupWithin(records, options);
	const { table, training } = grouping;
	return {
		pairs: [...toldPairs(grouping)],
		personOf: peopleById(grouping),
		learnt: keepLearnt(table, training.model, training.personOf)
	};
}

/** The same as groups in a table, of which nothing is told yet. */
export function groupWithin(records: Iterable<MatchRecord>, options: MatchOptions): Grouping {
	const table = tableOf(readRecords(records, true));
	const search = new PairSearch(table, blockKeys(table));
	search.meet();
	const found = search.find();
	const training = learnFrom(table, [search.sample(sampledEvery(found))], found, options);
	const { model, rarity } = training;
	const weighed = search.weigh(model, rarity, leastOdds(options));
	return groupBy(table, training, [weighed], options);
}
