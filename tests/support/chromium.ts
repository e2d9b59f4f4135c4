import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** How to launch the browser of the journeys. */
interface Chromium {
	executablePath: string;
	args: string[];
	env: Record<string, string>;
}

// It must not reach for the network, nor need what a container lacks.
const args = [
	'--no-sandbox',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-domain-reliability',
	'--disable-sync',
	'--no-pings',
	'--font-render-hinting=none'
];

/** The Chromium to use: $CHROMIUM_PATH, else the system's, else the one that comes with the packages. */
export async function findChromium(): Promise<Chromium> {
	const asked = process.env['CHROMIUM_PATH'];
	if (asked && !existsSync(asked))
		throw new Error(`CHROMIUM_PATH names ${asked}, which is not there.`);
	const found = [asked, '/usr/bin/chromium'].find((path) => path && existsSync(path));
	return found ? { executablePath: found, args, env: inherited() } : fromPackages();
}

async function fromPackages(): Promise<Chromium> {
	const folder = await unpacked();
	const libraries = join(folder, 'al2023/lib');
	return {
		executablePath: join(folder, 'chromium'),
		args,
		env: {
			...inherited(),
			LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
			FONTCONFIG_PATH: join(folder, 'fonts')
		}
	};
}

// Unpacked aside and renamed: an interrupted run leaves no half of a browser behind.
async function unpacked(): Promise<string> {
	const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	const packed = join(dirname(entry), '../bin');
	const folder = resolve('node_modules/.entremise/chromium');
	if (existsSync(folder)) return folder;
	mkdirSync(dirname(folder), { recursive: true });
	const draft = mkdtempSync(`${folder}-`);
	await inflateInto(draft, packed);
	try {
		renameSync(draft, folder);
	} catch (error) {
		rmSync(draft, { recursive: true });
		if (!existsSync(folder)) throw error;
	}
	return folder;
}

// The package always unpacks into the machine's temporary folder.
async function inflateInto(folder: string, packed: string): Promise<void> {
	const { TMPDIR } = process.env;
	process.env['TMPDIR'] = folder;
	try {
		const { inflate } = await import('@sparticuz/chromium');
		for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
			await inflate(join(packed, part));
	} finally {
		if (TMPDIR === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = TMPDIR;
	}
}

function inherited(): Record<string, string> {
	return Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value]]
		)
	);
}
