import { expect, test } from 'vitest';
import { isUnder } from '#lib/ui/shell-data.ts';

test.each([
	['/', '/', true],
	['/contacts', '/', false],
	['/contacts/12', '/contacts', true],
	['/contacts-of-mine', '/contacts', false],
	['/requests/12', '/introductions', true],
	['/requests/new', '/introductions', false]
])('at %s the entry %s is current: %s', (path, href, current) => {
	expect(isUnder(path, href)).toBe(current);
});
