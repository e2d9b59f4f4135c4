import {
	groupBy,
	type Grouping,
	leastOdds,
	learnFrom,
	type MatchOptions
} from '#lib/matching/grouping.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { type MatchTable, tableOf } from '#lib/matching/match-table.ts';
import { readRecords } from '#lib/matching/record-reader.ts';
import {
	searchInThreads,
	shareable,
	type ThreadedSearch
} from '#lib/matching/search-in-threads.server.ts';
import { sampledEvery } from '#lib/matching/train.ts';

/**
 * Finds who is one person among very many records, as `pairsWithin` does and with the same result,
 * in several threads. Of the records, which are read one after another, only numbers and letters are
 * kept.
 */
export async function matchInThreads(
	records: Iterable<MatchRecord>,
	{ threads, ...options }: MatchOptions & { threads: number }
): Promise<Grouping> {
	const read = shareable(readRecords(records, true));
	const table = tableOf(read);
	const search = searchInThreads(read, threads);
	const { training, weighed } = await searched(search, table, options).finally(search.close);
	return groupBy(table, training, weighed, options);
}

/** The threads are let go before grouping, for their room is needed there. */
async function searched(search: ThreadedSearch, table: MatchTable, options: MatchOptions) {
	await search.makeKeys();
	await search.meet();
	const found = await search.find();
	const samples = await search.sample(sampledEvery(found));
	const training = learnFrom(table, samples, found, options);
	const weighed = await search.weigh(training.model, training.rarity, leastOdds(options));
	return { training, weighed };
}
