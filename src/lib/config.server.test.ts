import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { configVariables, readConfig } from '#lib/config.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'entremise-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const own = () => join(mkdtempSync(join(folder, 'own-')), 'data');
const SECRET = 'a'.repeat(32);
const read = (env: Record<string, string>) => readConfig({ DATA_FOLDER: folder, SECRET, ...env });

describe('the configuration', () => {
	test('needs nothing: every variable has a default', () => {
		expect(read({})).toEqual({
			dataFolder: folder,
			publicUrl: 'http://localhost:4780',
			host: '127.0.0.1',
			port: 4780,
			databaseUrl: undefined,
			smtpUrl: undefined,
			mailDomain: 'localhost',
			mailAddress: 'entremise@localhost',
			secret: SECRET,
			signUp: 'invitation',
			demo: 'on',
			trustProxy: false
		});
	});

	test('takes the mail domain and address from the public address', () => {
		const config = read({ PUBLIC_URL: 'https://entremise.example.org/' });
		expect(config).toMatchObject({
			publicUrl: 'https://entremise.example.org',
			mailDomain: 'entremise.example.org',
			mailAddress: 'entremise@entremise.example.org'
		});
	});

	test('puts the chosen port in the default public address', () => {
		expect(read({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
	});

	test('counts an empty variable as absent', () => {
		expect(read({ PORT: '', SMTP_URL: ' ' })).toMatchObject({ port: 4780, smtpUrl: undefined });
	});

	test('reads every other value as given', () => {
		const env = {
			DATABASE_URL: 'postgresql:///entremise?host=/run/postgresql',
			SMTP_URL: 'smtp://mail.example.org',
			MAIL_DOMAIN: 'example.org',
			MAIL_ADDRESS: 'bonjour@example.com',
			SIGN_UP: 'open',
			DEMO: 'off',
			TRUST_PROXY: '1',
			HOST: '::1'
		};
		expect(read(env)).toMatchObject({
			databaseUrl: env.DATABASE_URL,
			smtpUrl: env.SMTP_URL,
			mailDomain: 'example.org',
			mailAddress: 'bonjour@example.com',
			signUp: 'open',
			demo: 'off',
			trustProxy: true,
			host: '::1'
		});
	});

	test.each([
		['PORT', '0'],
		['PORT', '65536'],
		['PORT', '80a'],
		['PUBLIC_URL', 'entremise.example.org'],
		['PUBLIC_URL', 'ftp://example.org'],
		['PUBLIC_URL', 'https://example.org/entremise'],
		['PUBLIC_URL', 'https://user:password@example.org'],
		['DATABASE_URL', 'mysql://localhost/entremise'],
		['SMTP_URL', 'mail.example.org:25'],
		['MAIL_DOMAIN', 'not a domain'],
		['MAIL_ADDRESS', 'nobody'],
		['SECRET', 'too short'],
		['SIGN_UP', 'maybe'],
		['DEMO', 'true'],
		['TRUST_PROXY', 'yes'],
		['HOST', 'two words']
	])('refuses %s=%s in one sentence with an example', (name, value) => {
		const sentence = new RegExp(`^${name} must [^\n]+, for example ${name}=[^\n]+\\.$`);
		expect(() => read({ [name]: value })).toThrow(sentence);
	});

	test('lists all wrong values at once', () => {
		expect(() => read({ PORT: 'x', DEMO: 'x', SIGN_UP: 'x' })).toThrow(
			/^PORT .*\nSIGN_UP .*\nDEMO .*$/
		);
	});

	test('never repeats a wrong value, which may hold a password', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...configVariables),
				fc.stringMatching(/^[a-z]{12}$/),
				(name, value) => {
					const wrong = `hunter2 ${value} hunter2`;
					if (name === 'DATA_FOLDER' || name === 'SECRET') return;
					expect(() => read({ [name]: wrong })).toThrow(/^(?!.*hunter2)/s);
				}
			)
		);
	});

	test('has the same variables as the table in docs/configuration.md', () => {
		const [table = ''] = readFileSync('docs/configuration.md', 'utf8').split('\n## ');
		const rows = [...table.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((row) => row[1]);
		expect(rows).toEqual(configVariables);
	});
});

describe('the secret', () => {
	test('is made once, in a file that only its owner may read', () => {
		const DATA_FOLDER = own();
		const { secret } = readConfig({ DATA_FOLDER });
		expect(secret).toMatch(/^[\w-]{43}$/);
		expect(readConfig({ DATA_FOLDER }).secret).toBe(secret);
		expect(statSync(join(DATA_FOLDER, 'secret')).mode & 0o777).toBe(0o600);
		expect(statSync(DATA_FOLDER).mode & 0o066).toBe(0);
	});

	test('is not kept in a file when the environment gives it', () => {
		const DATA_FOLDER = own();
		expect(readConfig({ DATA_FOLDER, SECRET }).secret).toBe(SECRET);
		expect(existsSync(join(DATA_FOLDER, 'secret'))).toBe(false);
	});

	test('asks for a data folder that can be written', () => {
		const blocked = own();
		writeFileSync(blocked, '');
		chmodSync(blocked, 0o600);
		expect(() => readConfig({ DATA_FOLDER: blocked })).toThrow(/^DATA_FOLDER must be a folder/);
	});
});
