import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialsOf, toneOf } from '#lib/ui/person-look.ts';

test.each([
	['Pierre Yvon', 'PY'],
	['élise de la Tour', 'ÉT'],
	['Jean-Marc d’Ormesson', 'JO'],
	['Madonna', 'M'],
	['  ', '?'],
	['(Paul) Zeller', 'Z']
])('the initials of %s are %s', (name, initials) => {
	expect(initialsOf(name)).toBe(initials);
});

test('a person keeps the same tone however the name is typed', () => {
	expect(toneOf('Élise Tour')).toBe(toneOf(' elise TOUR '));
	fc.assert(fc.property(fc.string(), (name) => toneOf(name) >= 1 && toneOf(name) <= 8));
});
