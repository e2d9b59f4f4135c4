import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { judge } from '../../src/lib/coach/judge.ts';
import {
	type CriterionName,
	criterionNames,
	kinds,
	type Judgement
} from '../../src/lib/coach/judgement.ts';

const line = z.object({
	id: z.union([z.string(), z.number()]).transform(String),
	lang: z.preprocess(
		(given) => (typeof given === 'string' ? given.slice(0, 2).toLowerCase() : given),
		z.enum(['fr', 'en'])
	),
	text: z.string(),
	label: z.enum(['good', 'bad']),
	kind: z.enum(kinds).optional().catch(undefined),
	/** Letters of one source that belong together, a good and a bad one. */
	pair: absent(z.union([z.string(), z.number()]).transform(String)),
	source: absent(z.union([z.string(), z.number()]).transform(String)),
	reason: absent(z.string()),
	criteria: absent(z.looseObject({})).transform(known)
});

/** Whether each of the five is met, as the label says: null cannot be told, absent says nothing. */
type Met = Partial<Record<CriterionName, boolean | null>>;

// Other people's files leave fields out, empty or null, and bring some of their own.
function absent<Field extends z.ZodType>(field: Field) {
	return z.preprocess((given) => given ?? undefined, field.optional()).catch(undefined);
}

function known(criteria: Record<string, unknown> | undefined): Met | undefined {
	if (!criteria) return undefined;
	const told = criterionNames.flatMap((name) => {
		const met = metIn(criteria[name]);
		return met === undefined ? [] : [[name, met] as const];
	});
	return Object.fromEntries(told);
}

// Plain, or as the coach itself prints it.
function metIn(given: unknown): boolean | null | undefined {
	const bare = z.boolean().nullable().safeParse(given);
	if (bare.success) return bare.data;
	return z.object({ met: z.boolean().nullable() }).safeParse(given).data?.met;
}

export type Labelled = z.infer<typeof line>;

/** A letter with its label and what the coach thinks of it. */
export interface Scored extends Labelled {
	judgement: Judgement;
	words: number;
}

/** Reads the letters and judges each; a line that is no letter is named and ends it. */
export function scoreFile(path: string): Scored[] {
	return readFileSync(path, 'utf8')
		.split('\n')
		.map((text, at) => ({ text, at: at + 1 }))
		.filter(({ text }) => text.trim() !== '')
		.map(({ text, at }) => {
			const parsed = line.safeParse(parseJson(text));
			if (!parsed.success) throw new Error(`Line ${at}: ${z.prettifyError(parsed.error)}`);
			return score(parsed.data);
		});
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function score(letter: Labelled): Scored {
	const { lang, kind, text } = letter;
	const judgement = judge(text, kind ? { lang, kind } : { lang });
	return { ...letter, judgement, words: text.split(/\s+/).filter(Boolean).length };
}
