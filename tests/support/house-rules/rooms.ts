import { type CodeFile, offence } from './code-file.ts';
import { importsOf } from './imports.ts';

/** Who may import whom, besides itself; docs/map.md says the same, and a test compares them. */
export const rooms: Record<string, readonly string[]> = {
	access: [],
	db: [],
	i18n: [],
	ui: ['i18n'],
	coach: [],
	jobs: ['db'],
	mail: ['db', 'jobs', 'i18n'],
	people: ['db', 'access'],
	network: ['db', 'access', 'people', 'i18n'],
	matching: ['db', 'access', 'people'],
	importers: ['db', 'access', 'people', 'network', 'matching', 'jobs'],
	communities: ['db', 'access', 'people', 'jobs'],
	introductions: ['db', 'access', 'coach', 'people', 'network', 'mail', 'jobs', 'i18n'],
	readings: ['db', 'access', 'mail', 'jobs', 'i18n'],
	demo: ['db', 'access', 'people', 'network', 'matching', 'introductions', 'mail', 'jobs', 'i18n']
};

/** What the components of any room may use as well. */
const screens: readonly string[] = ['ui', 'i18n'];

/** Rooms that the application itself does without: only routes and commands enter. */
const apart = ['demo'];

/** The room of a path; 'top' for the files of src/lib itself; undefined outside of src/lib. */
export function roomOf(path: string): string | undefined {
	const [, room, more] = /^src\/lib\/([^/]+)(\/)?/.exec(path) ?? [];
	return more ? room : room && 'top';
}

/** Imports that the table of rooms does not allow. */
export function strangers(files: CodeFile[]): string[] {
	return files.flatMap((file) =>
		importsOf(file).flatMap(({ node, path }) => {
			const why = path && whyNot(file, path);
			return why ? [offence(file, node, why)] : [];
		})
	);
}

function whyNot(file: CodeFile, to: string): string | undefined {
	if (to.startsWith('src/routes/') && !file.path.startsWith('src/routes/'))
		return 'nobody imports routes';
	const from = roomOf(file.path);
	return from === undefined ? undefined : fromRoom(file, from, to);
}

function fromRoom(file: CodeFile, from: string, to: string): string | undefined {
	const room = roomOf(to);
	if (room === undefined) return leaving(file, from, to);
	if (room === from) return undefined;
	if (room === 'top') return 'a room may not import the top of src/lib';
	if (from === 'top')
		return apart.includes(room) ? `only routes and cli import ${room}` : undefined;
	if (file.path.endsWith('.svelte') && screens.includes(room)) return undefined;
	return rooms[from]?.includes(room) ? undefined : `${from} may not import ${room}`;
}

function leaving(file: CodeFile, from: string, to: string): string | undefined {
	if (file.isTest && to.startsWith('tests/')) return undefined;
	if (from === 'db' && to.startsWith('migrations/')) return undefined;
	return 'src/lib imports nothing outside of src/lib';
}

/** Paths that leave a folder by `../` where `#lib/` would say where they lead. */
export function crookedPaths(files: CodeFile[]): string[] {
	return files
		.filter(({ path }) => path.startsWith('src/'))
		.flatMap((file) =>
			importsOf(file)
				.filter(({ named, path }) => named.startsWith('.') && path?.startsWith('src/lib/'))
				.map(({ node }) => offence(file, node, 'write #lib/… for a file of src/lib'))
		);
}
