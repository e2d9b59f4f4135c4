import { expect, test } from 'vitest';
import { displayName } from '#lib/people/name.ts';

test('a name is shown in the order people write it, without stray spaces', () => {
	expect(displayName({ givenName: ' Jean  François ', familyName: 'Dupont, MBA' })).toBe(
		'Jean François Dupont, MBA'
	);
	expect(displayName({ givenName: 'Zoé', familyName: null })).toBe('Zoé');
	expect(displayName({ familyName: 'Martin' })).toBe('Martin');
});

test('the whole name is shown where its parts are not known', () => {
	expect(displayName({ givenName: '', familyName: ' ', fullName: 'Pierre\u00a0Y ' })).toBe(
		'Pierre Y'
	);
	expect(displayName({})).toBe('');
});
