import { describe, expect, it } from 'vitest';
import { askAddress } from '#lib/network/ask-address.ts';
import { type FoundRow, joinCandidates } from '#lib/network/candidate.ts';
import { fitOf } from '#lib/network/fit.ts';
import { reachGroups } from '#lib/network/reach-groups.ts';
import { wordRuns } from '#lib/network/word-runs.ts';

const row = (given: Partial<FoundRow>): FoundRow => ({
	contactId: null,
	personId: null,
	memberId: null,
	own: false,
	name: 'Pierre Yvon',
	company: 'Entreprise X',
	position: 'Finance director',
	...given
});

const lower = (text: string) => text.toLowerCase();

describe('how well words meet somebody', () => {
	it('goes by the name first, then by what they do', () => {
		const pierre = row({ name: 'Pierre Élie Yvon' });
		expect(fitOf(['pierre', 'el'], pierre)).toBe(0);
		expect(fitOf(['yvon', 'pie'], pierre)).toBe(1);
		expect(fitOf(['yvon', 'finance'], pierre)).toBe(2);
		expect(fitOf(['ierre'], pierre)).toBe(3);
	});
});

describe('candidates', () => {
	it('are one for each person, as one knows them oneself, and never oneself', () => {
		const rows = [
			row({ contactId: 'his', personId: 'p' }),
			row({ contactId: 'mine', personId: 'p', own: true, name: 'Pete', company: 'Mine' }),
			row({ contactId: 'me', memberId: 'kathy' }),
			row({ memberId: 'dean', name: 'Dean', company: '' }),
			row({ contactId: 'dean as contact', own: true, name: 'Dean Groves' })
		];
		const members = new Map([['dean as contact', 'dean']]);
		const found = joinCandidates(rows, { words: ['pierre'], members, me: 'kathy' });
		expect(found.map(({ id, name, ownId, shownId }) => [id, name, ownId, shownId])).toEqual([
			['p', 'Pete', 'mine', 'his'],
			['member dean', 'Dean Groves', 'dean as contact', null]
		]);
	});
});

describe('the address of a request along a path', () => {
	it('names ids alone: who is asked, about whom, through whom', () => {
		const own = new Map([['member dean', { contactId: 'c1' }]]);
		const to = (people: string[], ownId: string | null = null) =>
			askAddress({ people }, { ownId, shownId: 's1' }, { own });
		expect(to(['me', 'member dean', 'p'])).toBe('/requests/new?connector=c1&known=s1');
		expect(to(['me', 'member anne', 'member dean', 'p'], 'o1')).toBe(
			'/requests/new?member=anne&target=o1&via=dean'
		);
		expect(to(['me', 'p'])).toBe('');
	});
});

describe('words and groups', () => {
	it('take the longest run of words for a company first', () => {
		expect(wordRuns(' finance  Acme Conseil ')).toEqual([
			'finance Acme Conseil',
			'finance Acme',
			'Acme Conseil',
			'finance',
			'Acme',
			'Conseil'
		]);
		expect(wordRuns('')).toEqual([]);
	});

	it('join spellings under the usual one, the largest first', () => {
		const people = ['Acme', 'ACME', 'Acme', 'Zénith', ''].map((company) => row({ company }));
		expect(reachGroups(people, ({ company }) => company, lower)).toEqual([
			{ name: 'Acme', people: 3 },
			{ name: 'Zénith', people: 1 }
		]);
	});
});
