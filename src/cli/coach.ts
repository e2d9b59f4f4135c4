import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';
import { judge } from '#lib/coach/judge.ts';
import { criterionNames, type JudgeOptions, type Judgement, kinds } from '#lib/coach/judgement.ts';
import { type Asked, type Command, type Outcome, WrongUsage } from './command.ts';

export const coach: Command = {
	summary: 'Judges a letter by the five rules of a good request.',
	usage: '[--lang auto|fr|en] [--kind KIND] [--json] < letter.txt',
	help: `Reads a letter from standard input and says how personal, adapted, generous, clear and
feasible it is, where, and with what advice. Needs no database and no network.

  --lang LANG   auto (default), fr or en
  --kind KIND   ${kinds.join(', ')}; guessed from the letter if absent
  --json        one object: {lang, kind, score, criteria, notices}
  --jsonl       reads lines {"id", "text", "lang"?, "kind"?} and prints one such object
                with its id a line; a line that is none is named on stderr, exit code 1

Example: entremise coach --kind request --json < letter.txt`,
	options: {
		lang: { type: 'string' },
		kind: { type: 'string' },
		jsonl: { type: 'boolean', default: false }
	},
	words: { min: 0, max: 0 },
	run: runCoach
};

const langs = z.enum(['auto', 'fr', 'en']);
const kindNames = z.enum(kinds);
const line = z.object({
	id: z.union([z.string(), z.number()]),
	text: z.string(),
	lang: langs.optional(),
	kind: kindNames.optional()
});

async function runCoach({ options, say }: Asked): Promise<Outcome> {
	const asked = readOptions(options);
	const given = await readAll(process.stdin);
	if (options['jsonl'] === true) return judgeLines(given, asked, say);
	const judgement = judge(given, asked);
	const lines = options['json'] === true ? [JSON.stringify(judgement)] : [tellJudgement(judgement)];
	return { ok: true, text: '', lines };
}

function readOptions({ lang, kind }: Asked['options']): JudgeOptions {
	const language = langs.optional().safeParse(lang);
	if (!language.success) throw new WrongUsage('--lang is auto, fr or en.');
	const letter = kindNames.optional().safeParse(kind);
	if (!letter.success) throw new WrongUsage(`--kind is one of ${kinds.join(', ')}.`);
	return {
		...(language.data && { lang: language.data }),
		...(letter.data && { kind: letter.data })
	};
}

function judgeLines(given: string, asked: JudgeOptions, say: Asked['say']): Outcome {
	const lines: string[] = [];
	let refused = 0;
	for (const [at, each] of given.split('\n').entries()) {
		if (each.trim() === '') continue;
		const parsed = line.safeParse(jsonOf(each));
		if (parsed.success) lines.push(judgeLine(parsed.data, asked));
		else {
			refused += 1;
			say(`Line ${at + 1} is not {"id", "text"}: left out.`);
		}
	}
	return refused === 0
		? { ok: true, text: '', lines }
		: { ok: false, text: `Lines left out: ${refused}.`, lines };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function judgeLine({ id, text, lang, kind }: z.infer<typeof line>, asked: JudgeOptions): string {
	const judgement = judge(text, { ...asked, ...(lang && { lang }), ...(kind && { kind }) });
	return JSON.stringify({ id, ...judgement });
}

function tellJudgement({ score, kind, lang, criteria, notices }: Judgement): string {
	const lights = criterionNames.map((name) => {
		const { met, advice } = criteria[name];
		return `${met === null ? '?' : met ? '+' : '-'} ${name.padEnd(9)} ${advice}`;
	});
	return [
		`${score} of 100 (${kind}, ${lang})`,
		...lights,
		...notices.map(({ advice }) => `! ${advice}`)
	].join('\n');
}
