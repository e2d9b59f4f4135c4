import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { z } from 'zod';
import { keyCount } from '#lib/matching/block-keys.ts';
import type { ColumnValues } from '#lib/matching/column.ts';
import type { MatchModel } from '#lib/matching/match-model.ts';
import type { Pairs, WeighedPairs } from '#lib/matching/pair-search.ts';
import type { Rarity } from '#lib/matching/rarity.ts';
import { byField, columnFields, type ReadRecords } from '#lib/matching/record-reader.ts';
import { searchAnswer, type SearchStep } from '#lib/matching/search-step.ts';
import type { Texts } from '#lib/matching/text-pool.ts';

/** The search for pairs, step by step, in several threads: each does its share of every step. */
export interface ThreadedSearch {
	/** The keys of every record, filled in by the threads. */
	keys: Uint32Array;
	makeKeys(): Promise<void>;
	meet(): Promise<void>;
	find(): Promise<number>;
	sample(every: number): Promise<Pairs[]>;
	weigh(model: MatchModel, rarity: Rarity, least: number): Promise<WeighedPairs[]>;
	close(): Promise<void>;
}

const entry = new URL('./pair-search-thread.server.ts', import.meta.url);

/** In megabytes: a search leaves hardly anything behind that lives shortly. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** Starts so many threads over records that `shareable` made shareable. */
export function searchInThreads({ ids, fields }: ReadRecords, threads: number): ThreadedSearch {
	const keys = new Uint32Array(new SharedArrayBuffer(4 * ids.length * keyCount));
	const workers = Array.from({ length: threads }, (_, part) => {
		const workerData = { fields, keys, share: { part, parts: threads } };
		return new Worker(entry, { workerData, resourceLimits });
	});
	const everyone = <Answer>(step: SearchStep, answer: z.ZodType<Answer>) =>
		Promise.all(workers.map((worker) => ask(worker, step, answer)));
	const bound = (part: number) => Math.floor((ids.length * part) / threads);
	return {
		keys,
		makeKeys: async () => {
			const steps = workers.map((worker, part) => {
				const step = { step: 'keys' as const, first: bound(part), last: bound(part + 1) };
				return ask(worker, step, searchAnswer.done);
			});
			await Promise.all(steps);
		},
		meet: async () => {
			await everyone({ step: 'meet' }, searchAnswer.done);
		},
		find: async () => {
			const counts = await everyone({ step: 'find' }, searchAnswer.found);
			return counts.reduce((sum, { found }) => sum + found, 0);
		},
		sample: (every) => everyone({ step: 'sample', every }, searchAnswer.pairs),
		weigh: (model, rarity, least) => {
			const bits = rarity.map((row) => row && shared(row, Float32Array));
			return everyone({ step: 'weigh', model, rarity: bits, least }, searchAnswer.weighed);
		},
		close: async () => {
			await Promise.all(workers.map((worker) => worker.terminate()));
		}
	};
}

async function ask<Answer>(
	worker: Worker,
	step: SearchStep,
	answer: z.ZodType<Answer>
): Promise<Answer> {
	worker.postMessage(step, []);
	const [given] = await once(worker, 'message');
	return answer.parse(given);
}

/** Copies what was read to where every thread can read it. */
export function shareable({ ids, fields }: ReadRecords): ReadRecords {
	const moved = new Map<Texts, Texts>();
	const sharedValues = ({ ids: numbers, from, texts, holders }: ColumnValues): ColumnValues => ({
		ids: shared(numbers, Int32Array),
		from: shared(from, Int32Array),
		texts: moved.get(texts) ?? sharedTexts(texts),
		holders: shared(holders, Int32Array)
	});
	const sharedTexts = (texts: Texts): Texts => {
		const copy = { codes: shared(texts.codes, Uint16Array), from: shared(texts.from, Uint32Array) };
		moved.set(texts, copy);
		return copy;
	};
	const pairs = columnFields.map((field) => [field, sharedValues(fields[field])] as const);
	return { ids, fields: byField(pairs) };
}

interface Row<Self> {
	readonly BYTES_PER_ELEMENT: number;
	new (buffer: SharedArrayBuffer): Self;
}

function shared<Self extends { length: number; set(row: Self): void }>(
	row: Self,
	kind: Row<Self>
): Self {
	const copy = new kind(new SharedArrayBuffer(kind.BYTES_PER_ELEMENT * row.length));
	copy.set(row);
	return copy;
}
