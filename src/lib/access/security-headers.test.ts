import { describe, expect, it } from 'vitest';
import { secure } from '#lib/access/security-headers.ts';

function answered(publicUrl: string, own: Record<string, string> = {}): Headers {
	const headers = new Headers(own);
	secure(headers, publicUrl);
	return headers;
}

describe('the headers of every answer', () => {
	it('keep it out of frames, caches, search engines and other windows', () => {
		expect(Object.fromEntries(answered('http://localhost:4780'))).toMatchObject({
			'x-frame-options': 'DENY',
			'x-content-type-options': 'nosniff',
			'x-robots-tag': 'noindex, nofollow',
			'cache-control': 'private, no-store',
			'cross-origin-opener-policy': 'same-origin'
		});
	});

	it('show our addresses to no other site, and let plain forms pass the origin check', () => {
		expect(answered('http://localhost:4780').get('referrer-policy')).toBe('same-origin');
	});

	it('ask for https only where it is served by https', () => {
		const secureOnly = 'strict-transport-security';
		expect(answered('http://localhost:4780').has(secureOnly)).toBe(false);
		expect(answered('https://entremise.example.org').get(secureOnly)).toMatch(/^max-age=\d+$/);
	});

	it('leave an answer its own word on caching', () => {
		const headers = answered('http://localhost:4780', { 'cache-control': 'public, max-age=60' });
		expect(headers.get('cache-control')).toBe('public, max-age=60');
	});
});
