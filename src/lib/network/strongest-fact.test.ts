import { describe, expect, it } from 'vitest';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { isDormant, isRealTie, lastTogether } from '#lib/network/dormancy.ts';
import { closenessThen, strongestFact } from '#lib/network/strongest-fact.ts';
import { useNow } from '#lib/network/use-now.ts';

const colleagues: Fact = { kind: 'shared_employer', company: 'ACME', from: '1999', to: '2003' };
const messages: Fact = { kind: 'messages', count: 12, last: '2011-06-01', mine: 7, theirs: 5 };
const connected: Fact = { kind: 'connected', on: '2004-05-12' };
const guess: Fact = { kind: 'same_company', company: 'ACME', at: 'now' };

describe('the strongest fact', () => {
	it('is time spent together, before what was written, before a connection', () => {
		expect(strongestFact([connected, messages, colleagues])).toMatchObject({
			fact: colleagues,
			reason: 'together'
		});
		expect(strongestFact([connected, messages])).toMatchObject({ reason: 'both_wrote' });
		expect(strongestFact([connected])).toMatchObject({ reason: 'connected' });
		expect(strongestFact([{ kind: 'none' }])).toBeUndefined();
	});

	it('is no guess where it is to be said to others', () => {
		expect(strongestFact([guess, connected])).toMatchObject({ fact: guess, reason: 'inferred' });
		expect(strongestFact([guess, connected], { certain: true })).toMatchObject({ fact: connected });
	});

	it('weighs words that went one way little, however many', () => {
		const letters: Fact = { kind: 'email', count: 900, last: '2020', mine: 0, theirs: 900 };
		expect(strongestFact([letters, { kind: 'meeting', count: 1 }])).toMatchObject({
			reason: 'met'
		});
	});

	it('of two times together is the longer one, and more facts are closer', () => {
		const short: Fact = { ...colleagues, company: 'Bull', from: '2001', to: '2002' };
		expect(strongestFact([short, colleagues])).toMatchObject({ fact: colleagues });
		expect(closenessThen([colleagues, messages])).toBeGreaterThan(closenessThen([colleagues]));
	});
});

describe('a dormant tie', () => {
	const never = { metOn: '', connectedOn: null };

	it('is real and silent for three years', () => {
		expect(isDormant([colleagues, messages], never, '2026-05-25')).toBe(true);
		expect(isDormant([colleagues, messages], never, '2014-06-01')).toBe(false);
		expect(isDormant([connected, guess], never, '2026-05-25')).toBe(false);
	});

	it('is not one of people who still work together', () => {
		const now: Fact = { kind: 'shared_employer', company: 'ACME', from: '2019' };
		expect(isDormant([now], never, '2026-05-25')).toBe(false);
	});

	it('is silent since the last day that its dates may mean', () => {
		expect(lastTogether([{ kind: 'meeting', count: 1, last: '2011' }], never)).toBe('2011-12-31');
		expect(lastTogether([messages], { metOn: '2012-04', connectedOn: null })).toBe('2012-04-31');
	});

	it('is none of a crowd, or of letters that one alone wrote', () => {
		expect(isRealTie([{ kind: 'meeting', count: 3, crowd: 40 }])).toBe(false);
		expect(isRealTie([{ kind: 'email', count: 9, mine: 0, theirs: 9 }])).toBe(false);
	});
});

it('of use now is who works where a request leads, and who decides', () => {
	const wanted = new Set(['cobalt']);
	const there = useNow({ company: 'Cobalt SAS', position: 'Comptable' }, wanted);
	const decides = useNow({ company: 'Bull', position: 'Directrice générale' }, wanted);
	const neither = useNow({ company: '', position: '' }, wanted);
	expect(there).toBeGreaterThan(decides);
	expect(decides).toBeGreaterThan(neither);
});
