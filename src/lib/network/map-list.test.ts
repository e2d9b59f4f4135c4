import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyOfEach, contactMapOf, type OnMap, textsOnMap } from '#lib/network/contact-map.ts';
import { asLeast, meantOnMap } from '#lib/network/map-filter.ts';
import { listOfMap } from '#lib/network/map-list.ts';
import { readContactMap } from '#lib/network/read-contact-map.ts';

const person = fc.record({
	id: fc.uuid(),
	name: fc.constantFrom('Anne Roy', 'Dean Morgan', 'Pierre Yvon', 'Zoé Çelik'),
	company: fc.constantFrom('', 'ACME', 'Mutua', 'Menhir Digital'),
	strength: fc.integer({ min: 1, max: 99 }).map((hundredths) => hundredths / 100)
});
const people = fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 60 });
const some: OnMap[] = [
	{ id: '1', name: 'Anne Roy', company: 'ACME', strength: 0.3 },
	{ id: '2', name: 'Dean Morgan', company: 'ACME', strength: 0.9 },
	{ id: '3', name: 'Zoé Çelik', company: 'Mutua', strength: 0.8 },
	{ id: '4', name: 'Paul Zeller', company: '', strength: 0.6 }
];
const everybody = { query: '', least: 'faint' } as const;

describe('the order of the map', () => {
	it('begins where most answers are to be expected, and in a company with the closest', () => {
		const map = contactMapOf(some);
		expect(map.companies).toEqual(['ACME', 'Mutua', '']);
		expect(map.names).toEqual(['Dean Morgan', 'Anne Roy', 'Zoé Çelik', 'Paul Zeller']);
		expect(map.strengths).toEqual([90, 30, 80, 60]);
		expect(companyOfEach(map)).toEqual([0, 0, 1, 2]);
	});

	it('does not depend on the order in which people come', () => {
		fc.assert(
			fc.property(people, (given) => {
				expect(contactMapOf(given.toReversed())).toEqual(contactMapOf(given));
			})
		);
	});

	it('travels as JSON, and what is no map is not read', () => {
		const map = contactMapOf(some);
		expect(readContactMap(JSON.parse(JSON.stringify(map)))).toEqual(map);
		for (const other of [null, 'no', [], { ...map, ids: ['1'] }, { ...map, sizes: ['2'] }])
			expect(readContactMap(other)).toBeUndefined();
	});
});

const names = (filter: Parameters<typeof meantOnMap>[2]) => {
	const map = contactMapOf(some);
	const meant = meantOnMap(map, textsOnMap(map), filter);
	return map.names.filter((_, at) => meant[at]);
};

describe('who is meant on the map', () => {
	it('is found by words of name and company, without accents', () => {
		expect(names({ ...everybody, query: 'zoe' })).toEqual(['Zoé Çelik']);
		expect(names({ ...everybody, query: 'acme MORG' })).toEqual(['Dean Morgan']);
		expect(names({ ...everybody, query: 'nobody' })).toEqual([]);
	});

	it('is found by how likely an answer is at least', () => {
		expect(names({ ...everybody, least: 'sure' })).toEqual(['Dean Morgan', 'Zoé Çelik']);
		expect(names({ ...everybody, least: 'likely' })).toHaveLength(3);
		expect(names(everybody)).toHaveLength(4);
		expect(asLeast('likely')).toBe('likely');
		expect(asLeast('most')).toBe('faint');
	});
});

describe('the map as a list', () => {
	it('says the same as the map, page by page, each person once', () => {
		fc.assert(
			fc.property(people, fc.integer({ min: 1, max: 9 }), (given, limit) => {
				const map = contactMapOf(given);
				const meant = meantOnMap(map, textsOnMap(map), { ...everybody, least: 'possible' });
				const seen: number[] = [];
				for (let from: number | null = 0, pages = 0; from !== null; pages++) {
					expect(pages).toBeLessThan(70);
					const page = listOfMap(map, meant, { from, limit });
					for (const { name, people: there } of page.companies) {
						seen.push(...there);
						for (const at of there) expect(map.companies[companyOfEach(map)[at] ?? 0]).toBe(name);
					}
					expect(page.total).toBe(meant.filter(Boolean).length);
					from = page.next;
				}
				expect(seen.toSorted((a, b) => a - b)).toEqual(
					meant.flatMap((isMeant, at) => (isMeant ? [at] : []))
				);
			})
		);
	});

	it('tells of a company that goes on from the page before, and ends with those who have none', () => {
		const map = contactMapOf(some);
		const all = map.ids.map(() => true);
		const second = listOfMap(map, all, { from: 1, limit: 2 });
		expect(second.companies).toEqual([
			{ name: 'ACME', total: 2, continued: true, people: [1] },
			{ name: 'Mutua', total: 1, continued: false, people: [2] }
		]);
		const last = listOfMap(map, all, { from: 3, limit: 2 });
		expect(last.companies).toEqual([{ name: '', total: 1, continued: false, people: [3] }]);
		expect(last.next).toBeNull();
	});
});
