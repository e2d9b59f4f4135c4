import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { modelAddress, originOf } from '#lib/coach/reword/model-address.ts';

function read(text: string): string {
	const parsed = modelAddress.safeParse(text);
	return parsed.success ? parsed.data : `refused: ${parsed.error.issues[0]?.message}`;
}

it.each([
	['http://localhost:11434/v1', 'http://localhost:11434/v1'],
	[' http://127.0.0.1:8080/v1/ ', 'http://127.0.0.1:8080/v1'],
	['http://192.168.1.20:1234/v1/chat/completions', 'http://192.168.1.20:1234/v1'],
	['http://10.0.0.5', 'http://10.0.0.5'],
	['http://172.16.0.1:80/v1', 'http://172.16.0.1/v1'],
	['http://nas:11434/v1', 'http://nas:11434/v1'],
	['http://models.home.arpa/v1', 'http://models.home.arpa/v1'],
	['https://models.example.org/v1', 'https://models.example.org/v1']
])('%s is read as %s', (given, address) => {
	expect(read(given)).toBe(address);
});

it.each([
	['', 'missing'],
	['localhost', 'not_an_address'],
	['localhost:11434/v1', 'not_http'],
	['ftp://localhost/v1', 'not_http'],
	['javascript:alert(1)', 'not_http'],
	['https://kathy:secret@models.example.org/v1', 'with_credentials'],
	['https://models.example.org/v1?key=secret', 'with_query'],
	['https://models.example.org/v1#top', 'with_query'],
	['http://models.example.org/v1', 'not_encrypted'],
	['http://172.32.0.1/v1', 'not_encrypted'],
	['http://8.8.8.8/v1', 'not_encrypted'],
	['http://134744072/v1', 'not_encrypted'],
	['http://localhost.example.org/v1', 'not_encrypted'],
	['http://[::1]:11434/v1', 'strange_host'],
	['https://*.example.org/v1', 'strange_host'],
	['https://a;script-src/v1', 'strange_host'],
	["https://a'unsafe-inline'/v1", 'strange_host'],
	['https://a,b/v1', 'strange_host'],
	[`https://example.org/${'a'.repeat(300)}`, 'too_long']
])('%s is refused: %s', (given, fault) => {
	expect(read(given)).toBe(`refused: ${fault}`);
});

it('the origin of any address is one plain source, and none for what is no address', () => {
	const part = fc.oneof(
		fc.string(),
		fc.constantFrom('https://', 'a.org', ';', ' ', '*', "'", '/v1')
	);
	fc.assert(
		fc.property(
			fc.array(part).map((parts) => parts.join('')),
			(given) => {
				for (const text of [given, `https://${given}`, `http://localhost${given}`])
					expect(originOf(text) ?? 'http://none').toMatch(/^https?:\/\/[a-z\d.-]+(?::\d+)?$/);
			}
		),
		{ numRuns: 500 }
	);
});
