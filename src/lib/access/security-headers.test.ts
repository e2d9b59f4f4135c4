import { describe, expect, it } from 'vitest';
import { letPageAsk, secure } from '#lib/access/security-headers.ts';

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

describe('a page that may ask one more origin', () => {
	const policy = "default-src 'self'; connect-src 'self'; script-src 'self' 'nonce-abc'";

	function widened(origin: string, own: string | null = policy): string | null {
		const headers = new Headers(own === null ? {} : { 'content-security-policy': own });
		letPageAsk(headers, origin);
		return headers.get('content-security-policy');
	}

	it('may ask that one, and is held to all the rest', () => {
		expect(widened('http://localhost:11434')).toBe(
			"default-src 'self'; connect-src 'self' http://localhost:11434; script-src 'self' 'nonce-abc'"
		);
	});

	it('is never given a wildcard, a keyword, a path or another directive', () => {
		for (const origin of [
			'*',
			'https:',
			'https://*.example.org',
			"https://a.org 'unsafe-eval'",
			"https://a.org; script-src 'unsafe-inline'",
			'https://a.org/v1',
			'data:',
			''
		])
			expect(widened(origin)).toBe(policy);
	});

	it('is given no policy where there is none', () => {
		expect(widened('http://localhost:11434', null)).toBe(null);
		expect(widened('http://localhost:11434', "default-src 'self'")).toBe("default-src 'self'");
	});
});
