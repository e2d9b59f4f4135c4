import { adviceText } from '#lib/coach/advice/advice-text.ts';
import type { Example, NoticedPassages } from '#lib/coach/examples/example.ts';
import { englishExamples, englishPassages } from '#lib/coach/examples/examples-en.ts';
import { frenchExamples, frenchPassages } from '#lib/coach/examples/examples-fr.ts';
import { judge } from '#lib/coach/judge.ts';
import type { Criterion, Lang, NoticeKind, Span } from '#lib/coach/judgement.ts';

/** An example with what the coach really says of it. */
export interface JudgedExample extends Example {
	light: Criterion;
}

/** A passage with the notice that the coach really gives; the passage is absent where only a long letter shows it. */
export interface NoticedPassage {
	notice: NoticeKind;
	text?: string;
	/** The language of the passage. */
	lang: Lang;
	spans: Span[];
	advice: string;
}

/** Judges every example of a language, in the order in which they are shown. */
export function judgedExamples(lang: Lang): JudgedExample[] {
	const examples = lang === 'fr' ? frenchExamples : englishExamples;
	return examples.map((example) => ({
		...example,
		light: lightOf(example, lang)
	}));
}

function lightOf({ text, kind, criterion }: Example, lang: Lang): Criterion {
	const light = judge(text, { lang, kind }).criteria[criterion];
	const phrases = light.spans.map(([start, end]): Span => [start, endOfPhrase(text, start, end)]);
	return { ...light, spans: joined(phrases, text) };
}

/** Every notice by a passage of its own; a passage in which the coach does not see it is left out. */
export function noticedPassages(lang: Lang): NoticedPassage[] {
	const passages = lang === 'fr' ? frenchPassages : englishPassages;
	const seen = Object.entries(passages).flatMap(([name, text]) =>
		isPassage(passages, name) ? (seeIn(name, text, lang) ?? []) : []
	);
	const advice = adviceText(lang)('over-long');
	return [...seen, { notice: 'over-long', lang, spans: [], advice }];
}

function seeIn(notice: NoticeKind, text: string, lang: Lang): NoticedPassage | undefined {
	// Only French can mix tu and vous.
	const writtenIn = notice === 'mixed-tu-vous' ? 'fr' : lang;
	const { notices } = judge(text, { lang: writtenIn, kind: 'request', adviceIn: lang });
	const found = notices.find(({ kind }) => kind === notice);
	if (!found) return undefined;
	const spans = joined(found.spans, text);
	return { notice, text, lang: writtenIn, spans, advice: found.advice };
}

/** A passage that stops at a little word, or just before its clause ends, goes on, so that it reads as a phrase. */
function endOfPhrase(text: string, start: number, end: number): number {
	const rest = text.slice(end);
	const last = /^(?: [\p{L}\d’-]+){1,2}(?=[^\p{L}\d ’-]|$)/u.exec(rest);
	if (last) return end + last[0].length;
	const little = /(?<![\p{L}\d])[\p{L}’]{1,5}$/u.test(text.slice(start, end));
	const next = /^ [\p{L}\d’-]+/u.exec(rest);
	return little && next ? endOfPhrase(text, end, end + next[0].length) : end;
}

/** Passages with nothing but a space or a comma between them are read as one. */
function joined(spans: readonly Span[], text: string): Span[] {
	const whole: Span[] = [];
	for (const [start, end] of spans) {
		const last = whole.at(-1);
		if (last && /^[ ,]*$/.test(text.slice(last[1], start))) last[1] = Math.max(last[1], end);
		else whole.push([start, end]);
	}
	return whole;
}

function isPassage(
	passages: NoticedPassages,
	name: string
): name is Exclude<NoticeKind, 'over-long'> {
	return Object.hasOwn(passages, name);
}
