import { type CodeFile, offence } from './code-file.ts';
import { importsOf } from './imports.ts';

const room = 'src/lib/introductions/';
/** Who may write what an introduction is, and how. Everybody else asks act.server.ts. */
const writers: Record<string, Partial<Record<Verb, string[]>>> = {
	introductions: {
		insert: [`${room}draft.server.ts`, `${room}open-linked.server.ts`],
		update: [`${room}act.server.ts`],
		delete: [`${room}draft.server.ts`]
	},
	history: { insert: [`${room}act.server.ts`] },
	releases: { insert: [`${room}act.server.ts`], delete: [`${room}act.server.ts`] }
};

/** Files that may write other columns of an introduction than those that make its life. */
const besides: string[] = [
	`${room}draft.server.ts`,
	// Whose contact it is about, once the requester has kept the details.
	`${room}keep-released.server.ts`,
	// Whose contact it is about, where two contacts are one person.
	'src/lib/matching/move-rows.server.ts',
	// The demo's stories are dated back: their rows were made when they are told to have been.
	'src/lib/communities/erase-member.server.ts',
	'src/lib/demo/cast.server.ts'
];
const ofLife =
	/\b(?:state|version|since|reminders|remindedAt|snoozedUntil|muted|postponedUntil|neverAgain|vouched|outcome)\b/;

type Verb = 'insert' | 'update' | 'delete';
const verbs: [Verb, RegExp][] = [
	['insert', /\binsertInto\(\s*['"`](\w+)|\binsert\s+into\s+"?(\w+)/gi],
	['update', /\bupdateTable\(\s*['"`](\w+)|\bupdate\s+"?(\w+)"?\s+set\b/gi],
	['delete', /\bdeleteFrom\(\s*['"`](\w+)|\bdelete\s+from\s+"?(\w+)/gi]
];

/** Places that write an introduction, its history or its releases past the one door. */
export function sideDoors(files: CodeFile[]): string[] {
	return running(files).flatMap((file) =>
		verbs.flatMap(([verb, written]) =>
			[...file.text.matchAll(written)].flatMap((found) => {
				const table = found[1] ?? found[2] ?? '';
				const allowed = writers[table];
				if (!allowed || allowed[verb]?.includes(file.path)) return [];
				const statement = file.text.slice(found.index).split('.execute', 1).join();
				if (verb === 'update' && besides.includes(file.path) && !ofLife.test(statement)) return [];
				return [offence(file, found.index, `may not ${verb} ${table}: act.server.ts does`)];
			})
		)
	);
}

/** Who may hold what can make a mail leave. */
const senders: Record<string, string[]> = {
	nodemailer: ['src/lib/mail/transport.server.ts'],
	'#lib/mail/transport.server.ts': ['src/lib/app.server.ts', 'src/lib/mail/attempt.server.ts'],
	// The demo has no mail server to send by: there, sending means keeping.
	'#lib/mail/send-mail.server.ts': ['src/lib/app.server.ts', 'src/lib/demo/stage.server.ts']
};

/** Places that could send mail without a job. */
export function sendersBesideJobs(files: CodeFile[]): string[] {
	return running(files).flatMap((file) =>
		importsOf(file)
			.filter(({ named, typeOnly }) => !typeOnly && senders[named]?.includes(file.path) === false)
			.map(({ node, named }) => offence(file, node, `imports ${named}: mail leaves from jobs only`))
	);
}

function running(files: CodeFile[]): CodeFile[] {
	return files.filter(({ path, isTest }) => path.startsWith('src/') && !isTest);
}
