import { fold } from '#lib/coach/language/fold.ts';
import { isSpelledOut, placeholder } from '#lib/coach/language/placeholder.ts';

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
const phone = String.raw`(?<![\d\p{L}])\+?\(?\d(?:[\s\u00A0\u202F.()-]{0,2}\d){8,14}(?!\d)`;
const number = String.raw`\d+(?:[.,]\d+)*`;
const word = String.raw`O['’]\p{Lu}[\p{L}\p{M}]*|\p{Lu}\p{Ll}[\p{L}\p{M}]*(?:-\p{Lu}\p{Ll}[\p{L}\p{M}]*)+|\p{L}[\p{L}\p{M}]*`;
const pieces = new RegExp(
	`(${email})|(${url})|(${placeholder})|(${phone})|(${number})|(${word})`,
	'gu'
);
const inner = new RegExp(`(${number})|(${word})`, 'gu');
const kindOf = ['email', 'url', 'placeholder', 'phone', 'number', 'word'] as const;

/** The pieces of a text in order. Apostrophes and hyphens part words, so that j'ai and pourriez-vous are two each, but not names such as Jean-Pierre; a blank that says much is read as its words. */
export function tokenise(text: string): Token[] {
	return [...text.matchAll(pieces)].flatMap((match) => {
		const group = match.slice(1).findIndex((part) => part !== undefined);
		const kind = kindOf[group] ?? 'word';
		if (kind === 'placeholder' && isSpelledOut(match[0])) return wordsInside(match[0], match.index);
		return token(match[0], match.index, kind);
	});
}

function wordsInside(raw: string, start: number): Token[] {
	return [...raw.matchAll(inner)].map((match) =>
		token(match[0], start + match.index, match[1] === undefined ? 'word' : 'number')
	);
}

function token(raw: string, start: number, kind: Token['kind']): Token {
	return { start, end: start + raw.length, raw, word: fold(raw), kind };
}
