import { fold } from '#lib/coach/language/fold.ts';

/** A word, a number, a placeholder or an address, where it stands in the text. */
export interface Token {
	start: number;
	end: number;
	/** As written. */
	raw: string;
	/** As compared. */
	word: string;
	kind: 'word' | 'number' | 'placeholder' | 'email' | 'phone' | 'url';
}

const email = String.raw`[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+`;
const url = String.raw`(?:https?:\/\/|www\.)[^\s<>]+|linkedin\.com\/[^\s<>]+`;
// What templates leave to be filled in: [Name], {prénom}, <company>, ___, XXX.
const placeholder = String.raw`\[[^\]\n]{1,60}\]|\{{1,2}[^}\n]{1,60}\}{1,2}|<<?[\p{L}][^<>\n@/]{0,40}>>?|_{3,}|\b[Xx]{3,}\b`;
const phone = String.raw`(?<![\d\p{L}])\+?\(?\d(?:[\s\u00A0\u202F.()-]{0,2}\d){8,14}(?!\d)`;
const number = String.raw`\d+(?:[.,]\d+)*`;
const word = String.raw`\p{L}[\p{L}\p{M}]*`;
const pieces = new RegExp(
	`(${email})|(${url})|(${placeholder})|(${phone})|(${number})|(${word})`,
	'gu'
);
const kindOf = ['email', 'url', 'placeholder', 'phone', 'number', 'word'] as const;

/** The pieces of a text in order. Apostrophes and hyphens part words, so that j'ai and pourriez-vous are two each. */
export function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	for (const match of text.matchAll(pieces)) {
		const group = match.slice(1).findIndex((part) => part !== undefined);
		const kind = kindOf[group] ?? 'word';
		const raw = match[0];
		const start = match.index;
		tokens.push({ start, end: start + raw.length, raw, word: fold(raw), kind });
	}
	return tokens;
}
