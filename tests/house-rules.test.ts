import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { moves, type Outcome, states } from '#lib/introductions/lifecycle.ts';
import { type CodeFile, codeFile, readCode, readPaths } from './support/house-rules/code-file.ts';
import { cycles } from './support/house-rules/cycles.ts';
import { undocumented } from './support/house-rules/doc-comments.ts';
import { loopholes, unrunTests } from './support/house-rules/loopholes.ts';
import { doubledNames, emptyNames } from './support/house-rules/names.ts';
import { codeWords, deadLinks, tableUnder } from './support/house-rules/pages.ts';
import { impurities, kitImports } from './support/house-rules/pure-files.ts';
import { crookedPaths, roomOf, rooms, strangers } from './support/house-rules/rooms.ts';
import { linesOf, namedFunctions, percentile, worst } from './support/house-rules/sizes.ts';
import { unshardable } from './support/house-rules/tenant-tables.ts';
import { unwantedWords } from './support/house-rules/wording.ts';
import { sendersBesideJobs, sideDoors } from './support/house-rules/writers.ts';

type Rule = (files: CodeFile[]) => string[];

/** Each rule with a file that breaks it: a rule that notices nothing would always be kept. */
const rules: { says: string; rule: Rule; broken: Record<string, string>; names: string[] }[] = [
	{
		says: 'a room imports only the rooms that the map allows',
		rule: strangers,
		broken: {
			'src/lib/access/a.ts': `\nimport type { Database } from '#lib/db/schema.ts';`,
			'src/lib/people/B.svelte': `<p>{1}</p>\n<script>\nimport N from '#lib/ui/Notice.svelte';\nimport '#lib/mail/message.ts';</script>`,
			'src/lib/demo/c.ts': `import { x } from '#lib/app.server.ts';\nexport * from '../../routes/x.ts';`,
			'src/lib/app.server.ts': `await import('#lib/demo/seed.server.ts');`
		},
		names: [
			'src/lib/access/a.ts:2 access may not import db',
			'src/lib/people/B.svelte:4 people may not import mail',
			'src/lib/demo/c.ts:1 a room may not import the top of src/lib',
			'src/lib/demo/c.ts:2 nobody imports routes',
			'src/lib/app.server.ts:1 only routes and cli import demo'
		]
	},
	{
		says: 'files of src/lib are named by #lib/',
		rule: crookedPaths,
		broken: { 'src/routes/a.ts': `import { x } from '../lib/db/schema.ts';` },
		names: ['src/routes/a.ts:1 write #lib/… for a file of src/lib']
	},
	{
		says: 'a file without .server touches no server file, no node:, no clock, no chance, no environment',
		rule: impurities,
		broken: {
			'src/lib/mail/a.ts': [
				`import type { Doors } from '#lib/introductions/act.server.ts';`,
				`import { type Queue } from '#lib/jobs/queue.server.ts';`,
				`import { join } from 'node:path';`,
				'const now = new Date();',
				'const then = new Date(0);',
				'const id = globalThis.crypto.randomUUID();',
				`const at = Date.now() + Math.random() + process.env['X'].length;`,
				'const mode = import.meta.env.MODE;'
			].join('\n'),
			'src/lib/ui/B.svelte': `<script>const now = Date.now();\nimport x from 'node:fs';</script>`
		},
		names: [
			'src/lib/mail/a.ts:2 #lib/jobs/queue.server.ts is for the server only',
			'src/lib/mail/a.ts:3 node:path is Node’s own',
			'src/lib/mail/a.ts:4 new Date(): pass it in',
			'src/lib/mail/a.ts:6 crypto.randomUUID: pass it in',
			'src/lib/mail/a.ts:7 Date.now: pass it in',
			'src/lib/mail/a.ts:7 Math.random: pass it in',
			'src/lib/mail/a.ts:7 process.env: pass it in',
			'src/lib/mail/a.ts:8 meta.env: pass it in',
			'src/lib/ui/B.svelte:2 node:fs is Node’s own'
		]
	},
	{
		says: 'src/lib runs without SvelteKit',
		rule: kitImports,
		broken: { 'src/lib/db/a.server.ts': `import { env } from '$env/dynamic/private';` },
		names: ['src/lib/db/a.server.ts:1 src/lib never imports $env/dynamic/private']
	},
	{
		says: 'no imports go round in a circle when the code runs',
		rule: cycles,
		broken: {
			'src/lib/db/a.ts': `import { b } from '#lib/db/b.ts';`,
			'src/lib/db/b.ts': `import type { A } from '#lib/db/a.ts';\nimport { c } from '#lib/db/c.ts';`,
			'src/lib/db/c.ts': `export { b } from '#lib/db/b.ts';`
		},
		names: ['src/lib/db/b.ts → src/lib/db/c.ts → src/lib/db/b.ts is a circle']
	},
	{
		says: 'nothing goes around the compiler',
		rule: loopholes,
		broken: {
			'src/cli/a.ts':
				'let a!: string;\nconst b = a!.length as any;\nconst c = (b as unknown) as string;',
			'src/lib/ui/B.svelte': `<p>{(x as any).y}</p>\n{#each z! as one}{one}{/each}\n<script lang="ts">\nlet q: any[];</script>`
		},
		names: [
			'src/cli/a.ts:1 a definite !',
			'src/cli/a.ts:2 a non-null !',
			'src/cli/a.ts:2 any',
			'src/cli/a.ts:3 as unknown as',
			'src/lib/ui/B.svelte:4 any',
			'src/lib/ui/B.svelte:1 any',
			'src/lib/ui/B.svelte:2 a non-null !'
		]
	},
	{
		says: 'every test runs',
		rule: unrunTests,
		broken: { 'tests/a.test.ts': `describe.only('a', () => {\n\tit.skip('b');\n\tit('c');\n});` },
		names: [
			'tests/a.test.ts:1 describe.only leaves tests out',
			'tests/a.test.ts:2 it.skip leaves tests out'
		]
	},
	{
		says: 'every exported function of src/lib says what it does',
		rule: undocumented,
		broken: {
			'src/lib/db/a.ts':
				'/** Says it. */\nexport function a() {}\n// Not this way.\nexport const b = () => 1;\nfunction c() {}'
		},
		names: ['src/lib/db/a.ts:4 b has no doc comment']
	},
	{
		says: 'act.server.ts alone writes states, history and releases',
		rule: sideDoors,
		broken: {
			'src/lib/introductions/a.server.ts': `db\n\t.updateTable('introductions');\nsql\`insert into history values (1)\`;`,
			'src/lib/introductions/act.server.ts': `db.updateTable('introductions'); db.deleteFrom('history');`,
			'src/lib/introductions/draft.server.ts': `db.updateTable('introductions').set({ reason }).execute();\ndb.updateTable('introductions').set({ state: 'asked' }).execute();`
		},
		names: [
			'src/lib/introductions/a.server.ts:3 may not insert history: act.server.ts does',
			'src/lib/introductions/a.server.ts:2 may not update introductions: act.server.ts does',
			'src/lib/introductions/act.server.ts:1 may not delete history: act.server.ts does',
			'src/lib/introductions/draft.server.ts:2 may not update introductions: act.server.ts does'
		]
	},
	{
		says: 'mail leaves from jobs only',
		rule: sendersBesideJobs,
		broken: { 'src/routes/a.ts': `import { sendMail } from '#lib/mail/send-mail.server.ts';` },
		names: ['src/routes/a.ts:1 imports #lib/mail/send-mail.server.ts: mail leaves from jobs only']
	},
	{
		says: 'every table of a community has community_id first in its primary key',
		rule: unshardable,
		broken: {
			'migrations/0009-a.ts':
				'sql`create table users (id text primary key)`;\nsql`create table notes (id uuid, community_id uuid, primary key (id, community_id))`;'
		},
		names: ['migrations/0009-a.ts:2 notes: community_id is not first in its primary key']
	},
	{
		says: 'texts hold no work left undone, no path of a machine, nobody’s address',
		rule: unwantedWords,
		broken: {
			'docs/a.md': [
				`// ${'TO'}DO`,
				`${'/ho'}me/kathy/x`,
				`kathy@example.com dean@gmail${'.com'}`,
				`+33 6 39 98 00 01, 06 12${' 34 56 78'}`
			].join('\n')
		},
		names: [
			`docs/a.md:1 ${'TO'}DO is work left undone`,
			`docs/a.md:2 ${'/ho'}me/kathy is a path of somebody’s machine`,
			`docs/a.md:3 dean@gmail${'.com'} may be somebody’s e-mail: use example.com, .org or .net`,
			`docs/a.md:4 06 12${' 34 56 78'} may be somebody’s phone: use +33 6 39 98 xx xx`
		]
	}
];

let code: CodeFile[] = [];
let texts: CodeFile[] = [];

beforeAll(() => {
	code = readCode();
	texts = readPaths('{src,tests,migrations,bench,evaluation,docs,messages,scripts,.ci}/**/*.*')
		.concat(readPaths('*.{md,ts,json}'), readPaths('.ci/run'))
		.filter((path) => !/\.(png|ico|woff2)$/.test(path) && path !== 'package-lock.json')
		.map((path) => codeFile(path, readFileSync(path, 'utf8')));
});

describe.each(rules)('$says', ({ rule, broken, names }) => {
	it('and whoever does not is named', () => {
		const files = Object.entries(broken).map(([path, text]) => codeFile(path, text));
		expect(rule(files)).toEqual(names);
	});

	it('everywhere', () => {
		expect(rule(rule === unwantedWords ? texts : code)).toEqual([]);
	});
});

describe('names', () => {
	it('say what is in a file', () => {
		expect(emptyNames(['src/lib/db/helpers.server.ts', 'src/lib/utils/a.ts'])).toHaveLength(2);
		expect(emptyNames(code.map(({ path }) => path))).toEqual([]);
	});

	it('are not given twice in src/lib', () => {
		const two = ['src/lib/db/a-b.ts', 'src/lib/mail/AB.svelte', 'src/lib/db/a-b.test.ts'];
		expect(doubledNames(two)).toEqual([
			'src/lib/db/a-b.ts and src/lib/mail/AB.svelte have one name'
		]);
		expect(doubledNames(code.map(({ path }) => path))).toEqual([]);
	});
});

describe('sizes', () => {
	it('no file is longer than 400 lines, one in ten longer than 200, half longer than 60', () => {
		const files = code.map(linesOf);
		const tooLong = files.filter(({ lines }) => lines > 400);
		expect(tooLong, worst(files)).toEqual([]);
		const running = code.filter(({ isTest }) => !isTest).map(linesOf);
		expect(percentile(running, 0.5), worst(running)).toBeLessThanOrEqual(60);
		expect(percentile(running, 0.9), worst(running)).toBeLessThanOrEqual(200);
	});

	it('half of the functions have at most 10 lines, nine in ten at most 30', () => {
		const functions = namedFunctions(code.filter(({ isTest }) => !isTest));
		expect(functions.length).toBeGreaterThan(300);
		expect(percentile(functions, 0.5), worst(functions)).toBeLessThanOrEqual(10);
		expect(percentile(functions, 0.9), worst(functions)).toBeLessThanOrEqual(30);
	});

	it('are counted from the first line of a function to its last', () => {
		const file = codeFile('src/a.ts', 'const a = {\n\tb: () => {\n\t\treturn 1;\n\t}\n};\n');
		expect(namedFunctions([file])).toEqual([{ lines: 3, what: 'src/a.ts:2 b' }]);
	});
});

describe('docs/map.md', () => {
	const page = readFileSync('docs/map.md', 'utf8');

	it('says who may import whom as the rule does, for the rooms there are', () => {
		const rows = tableUnder('## The rooms', page);
		const said = rows.map(([room, , may]) => [codeWords(room)[0], codeWords(may).toSorted()]);
		const ruled = Object.entries(rooms).map(([room, may]) => [room, may.toSorted()]);
		expect(Object.fromEntries(said)).toEqual(Object.fromEntries(ruled));
		const built = new Set(code.map(({ path }) => roomOf(path)).filter((room) => room !== 'top'));
		built.delete(undefined);
		expect([...built].filter((room) => !Object.keys(rooms).includes(String(room)))).toEqual([]);
	});

	it('tells the moves of an introduction as lifecycle.ts has them', () => {
		const rows = tableUnder('### Every move', page);
		const said = rows.map(([event, by, from, to]) => ({
			event: codeWords(event)[0],
			by,
			from: codeWords(from),
			to: codeWords(to)
		}));
		const real = Object.entries(moves).map(([event, { by, from, to }]) => ({
			event,
			by,
			from: [...from],
			to: typeof to === 'function' ? outcomeStates(to) : to === 'same' ? [] : [to]
		}));
		expect(said).toEqual(real);
	});

	it('draws every state', () => {
		const section = page.slice(page.indexOf('## The life of an introduction'));
		const drawing = section.split('```')[1] ?? '';
		expect(states.filter((state) => !drawing.includes(state))).toEqual([]);
	});
});

function outcomeStates(to: Extract<(typeof moves)['report']['to'], CallableFunction>): string[] {
	const outcomes: Outcome[] = ['in_contact', 'met', 'nothing', 'led_to'];
	return [...new Set(outcomes.map((outcome) => to({ kind: 'report', outcome })))];
}

describe('the pages', () => {
	it('link to files that are there', () => {
		const pages = readPaths('docs/**/*.md').concat(readPaths('*.md'));
		expect(pages.flatMap(deadLinks)).toEqual([]);
	});

	it('list every decision, each with its context, what was decided and what follows', () => {
		const records = readPaths('docs/decisions/*.md').filter((path) => !path.endsWith('README.md'));
		const index = readFileSync('docs/decisions/README.md', 'utf8');
		const numbers = records.map((path) => /\/(\d{4})-[a-z\d-]+\.md$/.exec(path)?.[1]);
		expect(numbers).toEqual(numbers.map((_, at) => String(at + 1).padStart(4, '0')));
		for (const path of records) {
			const headings = readFileSync(path, 'utf8')
				.split('\n')
				.filter((line) => /^#+ /.test(line));
			expect(headings.slice(1), path).toEqual(['## Context', '## Decision', '## Consequence']);
			expect(index).toContain(`](${path.split('/').at(-1)})`);
		}
	});
});
