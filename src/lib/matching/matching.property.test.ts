import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { contradicts } from '#lib/matching/contradiction.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { firstModel } from '#lib/matching/match-model.ts';
import { matchTable } from '#lib/matching/match-table.ts';
import { pairsWithin } from '#lib/matching/pairs-within.ts';
import { scorerOf } from '#lib/matching/score.ts';

const some = <Value>(...values: Value[]) =>
	fc.option(fc.constantFrom(...values), { nil: undefined });
const list = (...values: string[]) => fc.subarray(values, { maxLength: 2 });

/** Few values, so that records meet, agree and contradict each other in every way. */
const told = fc.record<Omit<MatchRecord, 'id'>>(
	{
		givenName: some('Pierre', 'Piere', 'Kathy', 'Catherine', 'JP', 'Jean-Pierre', ''),
		familyName: some('Yvon', 'Yvno', 'Martin', 'de la Brière', 'Dupont-Martin'),
		fullName: some('YVON Pierre', 'Catherine Martin, MBA', 'pierre@example.com'),
		maidenName: some('Dupont'),
		emails: list('pierre.yvon@example.com', 'kathy1@example.org', 'no address'),
		phones: list('+33639980001', '+33639980002', '06 39 98 00 01'),
		profile: some('linkedin.com/in/one', 'linkedin.com/in/two'),
		companies: list('Acme SAS', 'ACME', 'Forges', ''),
		birthDate: some('1956-04-09', '1956-09-04', '1938-11-27', '1956'),
		city: some('Valbourg', 'Valborg', 'Montclair'),
		nationalId: some('1234567', '1234576', '9988776')
	},
	{ requiredKeys: [] }
);
const book = fc
	.array(told, { minLength: 2, maxLength: 24 })
	.map((records) => records.map((record, at): MatchRecord => ({ id: `r${at}`, ...record })));

function groups(records: readonly MatchRecord[], seed = 1): string {
	return JSON.stringify([...pairsWithin(records, { seed }).personOf].toSorted());
}

describe('whatever the records', () => {
	it('their order does not change who is one person', () => {
		fc.assert(
			fc.property(book, fc.infiniteStream(fc.nat()), (records, draws) => {
				const shuffled = records
					.map((record) => ({ record, at: draws.next().value ?? 0 }))
					.toSorted((one, other) => one.at - other.at)
					.map(({ record }) => record);
				expect(groups(shuffled)).toBe(groups(records));
			}),
			{ numRuns: 25 }
		);
	});

	it('no group holds a contradiction or a pair that was kept apart', () => {
		fc.assert(
			fc.property(book, (records) => {
				const apart = [['r0', 'r1']] as const;
				const { personOf } = pairsWithin(records, { apart });
				expect(personOf.get('r0')).not.toBe(personOf.get('r1'));
				const table = matchTable(records);
				const room = roomFor(1);
				for (const [a, one] of records.entries())
					for (const [b, other] of records.entries()) {
						if (a >= b || personOf.get(one.id) !== personOf.get(other.id)) continue;
						compareRecords(table, a, b, room, 0);
						expect(contradicts(room, 0)).toBe(false);
					}
			}),
			{ numRuns: 25 }
		);
	});

	it('a probability is one, and the same seed gives the same', () => {
		fc.assert(
			fc.property(book, fc.nat(), (records, seed) => {
				const thresholds = { joined: 0.5, asked: 1e-9 };
				const once = pairsWithin(records, { thresholds, seed });
				for (const { probability } of once.pairs) {
					expect(probability).toBeGreaterThanOrEqual(0);
					expect(probability).toBeLessThanOrEqual(1);
				}
				expect(pairsWithin(records, { thresholds, seed })).toEqual(once);
			}),
			{ numRuns: 25 }
		);
	});

	it('what is unknown says nothing: nobody becomes another by not being known', () => {
		const model = firstModel(100);
		const { oddsOf } = scorerOf(model, []);
		const before = Math.log2(model.prior / (1 - model.prior));
		fc.assert(
			fc.property(told, (record) => {
				const table = matchTable([{ id: 'a' }, { id: 'b', ...record }]);
				const room = roomFor(1);
				compareRecords(table, 0, 1, room, 0);
				expect(oddsOf(room, 0)).toBeCloseTo(before, 1);
			})
		);
	});
});
