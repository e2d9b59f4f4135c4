import { parentPort, workerData } from 'node:worker_threads';
import { fillKeys } from '#lib/matching/block-keys.ts';
import { tableOf } from '#lib/matching/match-table.ts';
import { PairSearch } from '#lib/matching/pair-search.ts';
import { searchStart, type SearchStep, searchStep } from '#lib/matching/search-step.ts';

/** The beginning of a thread that searches its share of the keys for pairs; see search-in-threads.server. */
const { fields, keys, share } = searchStart.parse(workerData);
const table = tableOf({ ids: [], fields });
const search = new PairSearch(table, keys, share);

parentPort?.on('message', (message) => {
	const answer = answerTo(searchStep.parse(message));
	parentPort?.postMessage(answer, buffersOf(answer));
});

/** Rows are handed over, not copied. */
function buffersOf(answer: object): ArrayBuffer[] {
	return Object.values(answer).flatMap((row) =>
		ArrayBuffer.isView(row) && row.buffer instanceof ArrayBuffer ? [row.buffer] : []
	);
}

function answerTo(asked: SearchStep): object {
	switch (asked.step) {
		case 'keys':
			fillKeys(table, keys, asked.first, asked.last);
			return {};
		case 'meet':
			search.meet();
			return {};
		case 'find':
			return { found: search.find() };
		case 'sample':
			return search.sample(asked.every);
		case 'weigh':
			return search.weigh(asked.model, asked.rarity, asked.least);
	}
}
