import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain, readFound, readFoundContacts } from '#lib/ui/found.ts';

test('a finding that leads out of the application is left out', () => {
	const inside = { kind: 'contact', label: 'Pierre', detail: '', href: '/contacts/1' };
	const hrefs = ['https://example.com', '//example.com', '/\\example.com', 'javascript:1', ''];
	const outside = hrefs.map((href) => ({ ...inside, href }));
	expect(readFound([...outside, inside])).toEqual([inside]);
});

test('a contact may lack company and position, never its name', () => {
	expect(readFoundContacts([{ id: '1', name: 'Pierre' }, { id: '2' }, null])).toEqual([
		{ id: '1', name: 'Pierre', company: '', position: '' }
	]);
});

test('whatever the server answers, reading it never throws', () => {
	fc.assert(
		fc.property(fc.anything(), (json) => {
			expect(Array.isArray(readFound(json)) && Array.isArray(readFoundContacts(json))).toBe(true);
		})
	);
});

test('accents and capitals do not count', () => {
	expect(plain('Élodie FRANÇOIS')).toBe('elodie francois');
});
