import { judge } from '#lib/coach/judge.ts';
import type { CriterionName, Facts, Judgement, Kind, Lang } from '#lib/coach/judgement.ts';
import { detectLanguage } from '#lib/coach/language/detect-language.ts';
import { readLetter, type ReadLetter } from '#lib/coach/language/read-letter.ts';
import { isBetter } from '#lib/coach/propose/propose-sentence.ts';

/** The letter a model was asked to reword, and how the coach reads it. */
export interface Reworded {
	criterion: CriterionName;
	text: string;
	lang: Lang;
	kind: Kind;
	judged?: Facts;
}

/** Why a rewording is not shown: it is no version of this letter. */
export type ReplyFault =
	| 'other_language'
	| 'placeholders'
	| 'too_long'
	/** An e-mail, a phone or an address of a page that came or went. */
	| 'details'
	| 'new_name'
	| 'lost_name';

export type WeighedReply =
	| { ok: false; fault: ReplyFault }
	/** `better` by the rules of every proposal of the coach. */
	| { ok: true; before: Judgement; after: Judgement; better: boolean };

const mostTimesLonger = 2;
const fewestWordsToTell = 8;

/** Whether a model's answer is a version of the letter, and what the coach thinks of it. */
export function weighReply(letter: Reworded, reply: string): WeighedReply {
	const fault = faultOf(letter, reply);
	if (fault) return { ok: false, fault };
	const { criterion, lang, kind, judged = {} } = letter;
	const [before, after] = [letter.text, reply].map((text) =>
		judge(text, { lang, kind, facts: judged })
	);
	if (!before || !after) throw new Error('Two letters were judged.');
	return { ok: true, before, after, better: isBetter(criterion, before, after) };
}

function faultOf({ text, lang }: Reworded, reply: string): ReplyFault | null {
	if (reply.length > text.length * mostTimesLonger) return 'too_long';
	const [old, now] = [readLetter(text, lang), readLetter(reply, lang)];
	const tellsLanguage = now.wordCount >= fewestWordsToTell;
	if (tellsLanguage && detectLanguage(now.tokens) !== lang) return 'other_language';
	if (differs(blanksOf(old), blanksOf(now)).came) return 'placeholders';
	const details = differs(detailsOf(old), detailsOf(now));
	if (details.came || details.went) return 'details';
	// A name may open a sentence, where any word has a capital: what counts is that the word was there.
	if (differs(wordsOf(old), namesOf(now)).came) return 'new_name';
	return differs(namesOf(old), wordsOf(now)).went ? 'lost_name' : null;
}

function differs(old: ReadonlySet<string>, now: ReadonlySet<string>) {
	return { came: !now.isSubsetOf(old), went: !old.isSubsetOf(now) };
}

function blanksOf({ tokens }: ReadLetter): Set<string> {
	return new Set(tokens.flatMap(({ kind, word }) => (kind === 'placeholder' ? [word] : [])));
}

function detailsOf({ tokens }: ReadLetter): Set<string> {
	return new Set(
		tokens.flatMap(({ kind, word }) =>
			kind === 'email' || kind === 'url' ? [word] : kind === 'phone' ? [digitsOf(word)] : []
		)
	);
}

function digitsOf(phone: string): string {
	return phone.replaceAll(/\D/g, '');
}

function namesOf({ tokens }: ReadLetter): Set<string> {
	return new Set(
		tokens.flatMap(({ named, kind, word }) => (named && kind === 'word' ? [word] : []))
	);
}

function wordsOf({ tokens }: ReadLetter): Set<string> {
	return new Set(tokens.map(({ word }) => word));
}
