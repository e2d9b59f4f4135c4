import { resolve } from 'node:path';
import { z } from 'zod';
import { StartRefused } from '#lib/db/start-refused.ts';
import { keptSecret } from '#lib/kept-secret.server.ts';

/** What the environment decides; docs/configuration.md says each in words. */
export interface Config {
	/** Absolute path. */
	dataFolder: string;
	/** Origin without a slash at its end, e.g. https://entremise.example.org */
	publicUrl: string;
	host: string;
	port: number;
	databaseUrl: string | undefined;
	smtpUrl: string | undefined;
	mailDomain: string;
	mailAddress: string;
	secret: string;
	signUp: 'invitation' | 'open';
	demo: 'on' | 'off';
	/** Whether X-Forwarded-For of the proxy before us is believed. */
	trustProxy: boolean;
}

const domain = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/i;

const variables = z.object({
	DATA_FOLDER: z.string().default('./data'),
	PUBLIC_URL: z.string().refine(isOrigin).optional(),
	HOST: z.string().regex(/^\S+$/).default('127.0.0.1'),
	PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(65_535)).default(4780),
	DATABASE_URL: z.string().refine(hasScheme('postgres:', 'postgresql:')).optional(),
	SMTP_URL: z.string().refine(hasScheme('smtp:', 'smtps:')).optional(),
	MAIL_DOMAIN: z.string().regex(domain).optional(),
	MAIL_ADDRESS: z.string().refine(isAddress).optional(),
	SECRET: z.string().min(32).optional(),
	SIGN_UP: z.enum(['invitation', 'open']).default('invitation'),
	DEMO: z.enum(['on', 'off']).default('on'),
	TRUST_PROXY: z.enum(['0', '1']).default('0')
});

type Variable = keyof typeof variables.shape;

// What is said of a wrong value. The value itself is never repeated: it may hold a password.
const rules: Record<Variable, { must: string; example: string }> = {
	DATA_FOLDER: { must: 'be the path of a folder', example: '/var/lib/entremise/data' },
	PUBLIC_URL: {
		must: 'be the http or https address people type, without a path',
		example: 'https://entremise.example.org'
	},
	HOST: { must: 'be one address of this machine', example: '127.0.0.1' },
	PORT: { must: 'be a whole number from 1 to 65535', example: '4780' },
	DATABASE_URL: {
		must: 'be the URL of a PostgreSQL database',
		example: 'postgres://user:password@localhost:5432/entremise'
	},
	SMTP_URL: {
		must: 'be the URL of a mail server, with smtp or smtps',
		example: 'smtps://user:password@mail.example.org:465'
	},
	MAIL_DOMAIN: { must: 'be a domain name', example: 'entremise.example.org' },
	MAIL_ADDRESS: { must: 'be one e-mail address', example: 'entremise@example.org' },
	SECRET: {
		must: 'be at least 32 characters long',
		example: '"$(openssl rand -base64 32)"'
	},
	SIGN_UP: { must: 'be invitation or open', example: 'invitation' },
	DEMO: { must: 'be on or off', example: 'off' },
	TRUST_PROXY: { must: 'be 0 or 1', example: '1' }
};

/** The names of the environment variables that are read. */
export const configVariables: readonly string[] = Object.keys(rules);

/**
 * Reads the configuration from environment variables (an empty one counts as absent) and makes the
 * data folder and its secret when they are missing. Refuses (StartRefused) with one sentence for each
 * wrong value, one a line.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
	const set = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '');
	const parsed = variables.safeParse(Object.fromEntries(set));
	if (!parsed.success) throw new StartRefused(wrongValues(parsed.error).join('\n'));
	return settle(parsed.data);
}

function settle(given: z.infer<typeof variables>): Config {
	const publicUrl = new URL(given.PUBLIC_URL ?? `http://localhost:${given.PORT}`);
	const mailDomain = given.MAIL_DOMAIN ?? publicUrl.hostname;
	const dataFolder = resolve(given.DATA_FOLDER);
	return {
		dataFolder,
		publicUrl: publicUrl.origin,
		host: given.HOST,
		port: given.PORT,
		databaseUrl: given.DATABASE_URL,
		smtpUrl: given.SMTP_URL,
		mailDomain,
		mailAddress: given.MAIL_ADDRESS ?? `entremise@${mailDomain}`,
		secret: given.SECRET ?? secretOf(dataFolder),
		signUp: given.SIGN_UP,
		demo: given.DEMO,
		trustProxy: given.TRUST_PROXY === '1'
	};
}

function wrongValues(error: z.ZodError): string[] {
	const wrong = new Set(error.issues.map((issue) => issue.path[0]));
	return Object.entries(rules)
		.filter(([name]) => wrong.has(name))
		.map(([name, { must, example }]) => `${name} must ${must}, for example ${name}=${example}.`);
}

function secretOf(dataFolder: string): string {
	try {
		return keptSecret(dataFolder);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new StartRefused(
			`DATA_FOLDER must be a folder we may write in, for example DATA_FOLDER=${rules.DATA_FOLDER.example} (${reason}).`
		);
	}
}

function isOrigin(value: string): boolean {
	const url = URL.parse(value);
	if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
	return url.href === `${url.origin}/`;
}

function hasScheme(...schemes: string[]) {
	return (value: string) => {
		const url = URL.parse(value);
		return url !== null && schemes.includes(url.protocol) && (url.host !== '' || url.search !== '');
	};
}

function isAddress(value: string): boolean {
	const [box = '', host = '', ...more] = value.split('@');
	return /^[^\s"<>]+$/.test(box) && domain.test(host) && more.length === 0;
}
