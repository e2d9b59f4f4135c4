import type { Config } from '#lib/config.server.ts';

/** A configuration for tests: no mail server, the demo on, sign-up by invitation. */
export function testConfig(changes: Partial<Config> = {}): Config {
	return {
		dataFolder: '/nonexistent',
		publicUrl: 'http://localhost:4780',
		host: '127.0.0.1',
		port: 4780,
		databaseUrl: undefined,
		smtpUrl: undefined,
		mailDomain: 'localhost',
		mailAddress: 'entremise@localhost',
		secret: 'a secret for tests, long enough to be one',
		signUp: 'invitation',
		demo: 'on',
		trustProxy: false,
		...changes
	};
}
