import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safePath } from '#lib/access/safe-path.ts';

const origin = 'https://entremise.example.com';

describe('a path to go on to', () => {
	it.each([
		['/contacts', '/contacts'],
		['/contacts?q=a%20b#top', '/contacts?q=a%20b#top'],
		['/a/../contacts', '/contacts']
	])('%s is followed', (path, expected) => {
		expect(safePath(path)).toBe(expected);
	});

	it.each([
		null,
		undefined,
		'',
		'contacts',
		'//evil.example.net',
		'/\\evil.example.net',
		'/\t/evil.example.net',
		'/\n/evil.example.net',
		'/.//evil.example.net',
		'/..//evil.example.net',
		'https://evil.example.net/',
		'javascript:alert(1)',
		' /contacts'
	])('%j is not followed', (path) => {
		expect(safePath(path, '/today')).toBe('/today');
	});

	it('never leads to another site, whatever is given', () => {
		const pieces = fc.constantFrom(
			'/',
			'\\',
			'.',
			'..',
			':',
			'@',
			'?',
			'#',
			'\t',
			'%2f',
			'a',
			'evil'
		);
		const crooked = fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join('')}`);
		fc.assert(
			fc.property(fc.oneof(fc.string(), crooked, fc.webUrl()), (path) => {
				const safe = safePath(path);
				expect(safe.startsWith('/')).toBe(true);
				expect(new URL(safe, origin).origin).toBe(origin);
			}),
			{ numRuns: 500 }
		);
	});

	it('is stable: a safe path is its own safe path', () => {
		fc.assert(
			fc.property(fc.webPath(), (path) => {
				const safe = safePath(path || '/');
				expect(safePath(safe)).toBe(safe);
			})
		);
	});
});
