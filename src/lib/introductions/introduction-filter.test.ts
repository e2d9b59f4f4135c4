import { describe, expect, it } from 'vitest';
import {
	filterHref,
	filterLines,
	readFilter,
	stateGroup
} from '#lib/introductions/introduction-filter.ts';
import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import { states } from '#lib/introductions/lifecycle.ts';

function line(given: Partial<IntroductionLine>): IntroductionLine {
	return {
		id: 'i1',
		requestId: 'r1',
		as: 'requester',
		sendOn: null,
		held: false,
		other: 'Dean Groves',
		target: { name: 'Pierre Yvon', company: 'Entreprise X' },
		state: 'asked',
		since: new Date('2026-03-03'),
		postponedUntil: null,
		barred: false,
		away: false,
		linkedFrom: null,
		...given
	};
}
const all = { as: '', state: '', query: '' } as const;

describe('the filter of introductions', () => {
	it('is read from an address and written into one', () => {
		const filter = readFilter(new URLSearchParams('as=connector&state=over&q=+Zoé+'));
		expect(filter).toEqual({ as: 'connector', state: 'over', query: 'Zoé' });
		expect(readFilter(new URL(filterHref(filter), 'http://x').searchParams)).toEqual(filter);
		expect(filterHref(all)).toBe('/introductions');
	});

	it('makes nothing of nonsense', () => {
		expect(readFilter(new URLSearchParams('as=target&state=__proto__'))).toEqual(all);
	});

	it('puts every state into exactly one group', () => {
		for (const state of [...states, 'not_possible'] as const)
			expect(['waiting', 'answered', 'over']).toContain(stateGroup(line({ state })));
		expect(stateGroup(line({ state: 'draft', barred: true }))).toBe('over');
		expect(stateGroup(line({ state: 'agreed' }))).toBe('answered');
	});

	it('finds people and companies without accents or case, words in any order', () => {
		const lines = [line({}), line({ id: 'i2', target: { name: 'Zoé Bé', company: '' } })];
		const found = (query: string) => filterLines(lines, { ...all, query }).map(({ id }) => id);
		expect(found('zoe')).toEqual(['i2']);
		expect(found('x PIERRE')).toEqual(['i1']);
		expect(found('dean')).toEqual(['i1', 'i2']);
		expect(found('nobody')).toEqual([]);
	});

	it('keeps one part and one group', () => {
		const lines = [line({}), line({ id: 'i2', as: 'connector', state: 'thanked' })];
		expect(filterLines(lines, { ...all, as: 'connector' }).map(({ id }) => id)).toEqual(['i2']);
		expect(filterLines(lines, { ...all, state: 'waiting' }).map(({ id }) => id)).toEqual(['i1']);
	});
});
