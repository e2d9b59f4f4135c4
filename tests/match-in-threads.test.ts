import { expect, it } from 'vitest';
import { inventMany } from '../evaluation/matching/invented-many.ts';
import { peopleById, toldPairs } from '#lib/matching/grouping.ts';
import { matchInThreads } from '#lib/matching/match-in-threads.server.ts';
import { pairsWithin } from '#lib/matching/pairs-within.ts';

const records = [...inventMany(3000, 7)].map(({ record }) => record);

it.each([1, 2, 3])('%i threads find the very same as none', async (threads) => {
	const { pairs, personOf } = pairsWithin(records);
	const grouping = await matchInThreads(records, { threads });
	expect(peopleById(grouping)).toEqual(personOf);
	expect([...toldPairs(grouping)]).toEqual(pairs);
});

it('nobody is found among nobody', async () => {
	const grouping = await matchInThreads([], { threads: 2 });
	expect(peopleById(grouping).size).toBe(0);
});
