import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { judge } from '../../src/lib/coach/judge.ts';
import { criterionNames, kinds, type Judgement } from '../../src/lib/coach/judgement.ts';

const line = z.object({
	id: z.union([z.string(), z.number()]).transform(String),
	lang: z.enum(['fr', 'en']),
	text: z.string(),
	label: z.enum(['good', 'bad']),
	kind: z.enum(kinds).optional().catch(undefined),
	/** Letters of one source that belong together, a good and a bad one. */
	pair: z.union([z.string(), z.number()]).transform(String).optional(),
	source: z.string().optional(),
	reason: z.string().optional(),
	criteria: z.partialRecord(z.enum(criterionNames), z.boolean().nullable()).optional()
});

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
