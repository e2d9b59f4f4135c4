import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { tieStrength } from '#lib/network/tie-strength.ts';

const today = '2026-05-25';
const strengthOf = (facts: Fact[], more = {}) => tieStrength(facts, { today, ...more }).value;
type Written = Extract<Fact, { kind: 'messages' | 'email' }>;

const day = fc
	.integer({ min: 0, max: 12_000 })
	.map((ago) => new Date(Date.parse(today) - ago * 86_400_000).toISOString().slice(0, 10));
const someDay = fc.option(day, { nil: undefined });
const written: fc.Arbitrary<Written> = fc
	.record({
		kind: fc.constantFrom('messages' as const, 'email' as const),
		mine: fc.nat(50),
		theirs: fc.nat(50),
		silent: fc.nat(10),
		answered: fc.nat(10),
		last: someDay
	})
	.map(({ kind, mine, theirs, silent, answered, last }) => ({
		kind,
		count: mine + theirs + 1,
		mine,
		theirs,
		tried: silent + answered,
		answered,
		...(last && { last })
	}));
const direction = fc.constantFrom('theirs' as const, 'mine' as const);
const on = (date: string | undefined) => (date ? { on: date } : {});
const plain: fc.Arbitrary<Fact> = fc.oneof(
	fc.tuple(someDay, someDay).map(([from, to]): Fact => ({
		kind: 'shared_employer',
		company: 'ACME',
		...(from && { from }),
		...(to && { to })
	})),
	someDay.map((to): Fact => ({ kind: 'shared_school', school: 'Centrale', ...(to && { to }) })),
	fc
		.constantFrom('now' as const, 'unknown' as const, 'apart' as const)
		.map((at): Fact => ({ kind: 'same_company', company: 'ACME', at })),
	fc
		.tuple(fc.integer({ min: 1, max: 40 }), someDay)
		.map(([count, last]): Fact => ({ kind: 'meeting', count, ...(last && { last }) })),
	fc.tuple(direction, fc.boolean(), fc.boolean()).map(([from, accepted, note]): Fact => ({
		kind: 'invitation',
		direction: from,
		accepted,
		note
	})),
	day.map((date): Fact => ({ kind: 'connected', on: date })),
	fc
		.tuple(direction, someDay)
		.map(([from, date]): Fact => ({ kind: 'recommendation', direction: from, ...on(date) })),
	direction.map((from): Fact => ({ kind: 'endorsement', direction: from, count: 3 })),
	fc.constant<Fact>({ kind: 'declared', how: 'from the choir' }),
	fc.constant<Fact>({ kind: 'same_company', company: 'ACME', theirs: 'ACME Bank', at: 'group' }),
	fc.constant<Fact>({ kind: 'none' })
);
const anyFacts = fc.array(fc.oneof(plain, written), { maxLength: 8 });
const closeness = fc.constantFrom(...(['close', 'good', 'distant', 'forgotten'] as const));
const worked = (to: string): Fact => ({ kind: 'shared_employer', company: 'B', from: '1980', to });
const after = (answered: number, silent: number) =>
	strengthOf([], { outcomes: { answered, silent } });
const declared = (close: 'close' | 'good' | 'distant' | 'forgotten'): Fact => ({
	kind: 'declared',
	closeness: close
});

describe('the strength of a tie', () => {
	it('is a low prior where nothing is known', () => {
		expect(tieStrength([{ kind: 'none' }], { today })).toMatchObject({
			word: 'faint',
			because: [],
			silences: 0
		});
		expect(strengthOf([])).toBeCloseTo(0.1, 10);
	});

	it('lies between 0 and 1, whatever is known, declared and answered', () => {
		fc.assert(
			fc.property(
				anyFacts,
				fc.option(closeness),
				fc.nat(99),
				fc.nat(99),
				(facts, close, answered, silent) => {
					const all = close ? [...facts, declared(close)] : facts;
					const value = strengthOf(all, { outcomes: { answered, silent } });
					expect(value).toBeGreaterThan(0);
					expect(value).toBeLessThan(1);
				}
			)
		);
	});

	it('is the same in whatever order the facts come', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				expect(strengthOf(facts.toReversed())).toBe(strengthOf(facts));
			})
		);
	});

	it('is never less for another fact in which nobody was silent', () => {
		fc.assert(
			fc.property(anyFacts, fc.oneof(plain, written), (facts, fact) => {
				const answered = 'tried' in fact ? { ...fact, tried: fact.answered ?? 0 } : fact;
				expect(strengthOf([...facts, answered])).toBeGreaterThanOrEqual(strengthOf(facts));
			})
		);
	});

	it('is never less for one more message of theirs, nor for one more answer', () => {
		fc.assert(
			fc.property(anyFacts, written, (facts, fact) => {
				const { count, theirs = 0, tried = 0, answered = 0 } = fact;
				const before = strengthOf([...facts, fact]);
				const more = { ...fact, count: count + 1, theirs: theirs + 1 };
				const answer = { ...more, tried: tried + 1, answered: answered + 1 };
				expect(strengthOf([...facts, more])).toBeGreaterThanOrEqual(before);
				expect(strengthOf([...facts, answer])).toBeGreaterThanOrEqual(before);
			})
		);
	});

	it('is never less where more of the same letters was answered', () => {
		fc.assert(
			fc.property(anyFacts, written, (facts, fact) => {
				const { tried = 0, answered = 0 } = fact;
				fc.pre(answered < tried);
				const more = { ...fact, answered: answered + 1 };
				expect(strengthOf([...facts, more])).toBeGreaterThanOrEqual(strengthOf([...facts, fact]));
			})
		);
	});

	it('is never less where the same happened later', () => {
		fc.assert(
			fc.property(anyFacts, written, day, day, (facts, fact, one, other) => {
				const [earlier = '', later = ''] = [one, other].toSorted();
				expect(strengthOf([...facts, { ...fact, last: later }])).toBeGreaterThanOrEqual(
					strengthOf([...facts, { ...fact, last: earlier }])
				);
				expect(strengthOf([...facts, worked(later)])).toBeGreaterThanOrEqual(
					strengthOf([...facts, worked(earlier)])
				);
			})
		);
	});

	it('is never more a year later, when nothing was added', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const ended = facts.filter((fact) => fact.kind !== 'shared_employer' || fact.to);
				const nextYear = tieStrength(ended, { today: '2027-05-25' }).value;
				expect(nextYear).toBeLessThanOrEqual(strengthOf(ended));
			})
		);
	});

	it('is less for letters that stayed without an answer, and they are counted', () => {
		const silent: Fact = { kind: 'email', count: 5, mine: 5, theirs: 0, tried: 5, answered: 0 };
		expect(strengthOf([silent])).toBeLessThan(strengthOf([]));
		expect(tieStrength([silent], { today }).silences).toBe(5);
	});

	it('follows what is declared rather than what is inferred', () => {
		const strong: Fact = {
			kind: 'email',
			count: 80,
			mine: 40,
			theirs: 40,
			last: '2026-05-01',
			tried: 20,
			answered: 20
		};
		expect(strengthOf([declared('close')])).toBeGreaterThan(strengthOf([strong, declared('good')]));
		expect(tieStrength([strong, declared('forgotten')], { today }).word).toBe('faint');
		expect(tieStrength([declared('close')], { today }).word).toBe('sure');
	});

	it('follows the word its owner sets by hand, whatever is known', () => {
		fc.assert(
			fc.property(
				anyFacts,
				fc.constantFrom('sure', 'likely', 'possible', 'faint'),
				(facts, said) => {
					expect(tieStrength(facts, { today, said })).toMatchObject({ word: said, said: true });
				}
			)
		);
	});

	it('grows with each introduction they answered, and shrinks with each silence', () => {
		expect(after(1, 0)).toBeCloseTo((4 * 0.1 + 1) / 5, 10);
		expect(after(0, 1)).toBeCloseTo((4 * 0.1) / 5, 10);
		expect(after(3, 1)).toBeGreaterThan(after(2, 1));
	});

	it('names the reasons, the strongest first', () => {
		const met: Fact = { kind: 'connected', on: '2010-03-01' };
		const facts = [met, { kind: 'none' } as const, worked('2020')];
		expect(tieStrength(facts, { today }).because).toEqual([worked('2020'), met]);
	});
});
