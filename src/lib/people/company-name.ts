import { isPlace, placeAtEnd } from '#lib/people/company-places.ts';
import {
	doubtfulForms,
	groupWords,
	idleWords,
	lastForms,
	leadingForms,
	leadingGroupWords,
	plainWords,
	shortWords,
	sureForms,
	tyingWords
} from '#lib/people/company-words.ts';
import { searchText } from '#lib/people/search-text.ts';

/** What the written name of a company says, folded as searchText folds. */
export interface CompanyName {
	/** Who it is: "Acme Conseil France S.A.S." is `acme conseil`. */
	words: readonly string[];
	/** Its legal form as a word, `sas`; empty where none is written. */
	form: string;
	/** Which branch it is, in English: `france`; empty for the whole. */
	place: string;
	/** Its initials, where it tells them: `ibm` of "International Business Machines (IBM)". */
	initials: string;
}

/**
 * What two spellings of one company have in common: its words and its place, "ACME S.A.S." and "Acme
 * Group" both `acme`, "Acme Allemagne" `acme germany`. Empty for an empty name; a name of legal forms
 * only stays as it is.
 */
export function companyKey(name: string): string {
	const { words, place } = readCompanyName(name);
	return place === '' ? words.join(' ') : `${words.join(' ')} ${place}`;
}

const known = new Map<string, CompanyName>();
const mostKnown = 20_000;

/** Reads the name of a company. What is doubtful stays a part of the name: Air France is no branch. */
export function readCompanyName(name: string): CompanyName {
	const remembered = known.get(name);
	if (remembered) return remembered;
	if (known.size >= mostKnown) known.clear();
	const read = readWritten(name);
	known.set(name, read);
	return read;
}

function readWritten(name: string): CompanyName {
	const { bare, inside } = withoutBrackets(name);
	const all = foldedWords(bare);
	const initials = /^\p{Lu}{2,8}$/u.test(inside) ? inside.toLowerCase() : '';
	if (initials !== '' && initials === initialsOf(all)) return { ...takeApart(all), initials };
	const told = inside !== '' && !/^(?:ex|formerly|anciennement)(?!\p{L})/iu.test(inside);
	return { ...takeApart(told ? [...all, ...foldedWords(inside)] : all), initials: '' };
}

/** The first letters of a name's words, without those that initials leave out. */
export function initialsOf(words: readonly string[]): string {
	return words
		.filter((word) => !tyingWords.has(word))
		.map(([first = '']) => first)
		.join('');
}

function withoutBrackets(name: string): { bare: string; inside: string } {
	if (!name.includes('(')) return { bare: name, inside: '' };
	const [whole, bare = '', inside = ''] = /^(.*\S)\s*\(([^()]*)\)\s*$/u.exec(name) ?? [];
	return whole === undefined ? { bare: name, inside: '' } : { bare, inside: inside.trim() };
}

function foldedWords(text: string): string[] {
	const words = searchText([joinedLetters(text)])
		.split(' ')
		.filter(Boolean);
	const named = words.filter((word) => !idleWords.has(word));
	const kept = joinForm(named.length > 0 ? named : words);
	return kept.map((word) => shortWords.get(word) ?? word);
}

/** S.A.S. is one word, as L.L.C. is; and what East Asia writes without a space is two. */
function joinedLetters(name: string): string {
	const spaced = name.replace(/株式会社|有限会社|(?:股份)?有限公司|주식회사/gu, ' $& ');
	if (!spaced.includes('.')) return spaced;
	return spaced.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.\s?){2,}/gu, (letters) =>
		letters.replace(/[.\s]/g, '').concat(' ')
	);
}

/** "Acme S A S", "Acme A/S" and "Acme sp. z o.o." end with one form in several words. */
function joinForm(words: string[]): string[] {
	if (words.length < 3) return words;
	const text = words.join(' ');
	const [form] =
		/ (?:sp z ?o ?o|s de rl de cv|sa(?:b|pi)? de cv|(?:gmbh|ag) co kg|s a rl)$/.exec(text) ?? [];
	if (form) return [...text.slice(0, -form.length).split(' '), form.replaceAll(' ', '')];
	const letters = words.length - 1 - words.findLastIndex((word) => word.length > 1);
	if (letters < 2 || letters === words.length) return words;
	const joined = words.slice(-letters).join('');
	return isForm(joined) ? [...words.slice(0, -letters), joined] : words;
}

function isForm(word: string): boolean {
	return sureForms.has(word) || lastForms.has(word) || doubtfulForms.has(word);
}

type Parts = Pick<CompanyName, 'words' | 'form' | 'place'>;

function takeApart(all: readonly string[]): Parts {
	const { words, form } = withoutLeading(all);
	return withoutTail(words, form);
}

function withoutLeading(all: readonly string[]): { words: readonly string[]; form: string } {
	const [first = '', ...rest] = all;
	if (leadingForms.has(first) && isName(rest)) return { words: rest, form: first };
	const from = ['le', 'the'].includes(first) && leadingGroupWords.has(rest[0] ?? '') ? 2 : 1;
	const isGroup = from === 2 || leadingGroupWords.has(first);
	const named = all.slice(from);
	if (isGroup && (isName(named) || hasArticle(named))) return { words: named, form: '' };
	return { words: first === 'the' && isName(rest) ? rest : all, form: '' };
}

/** La Poste is a name of plain words, as a newspaper's may be. */
function hasArticle([first = '', ...rest]: readonly string[]): boolean {
	return ['la', 'le', 'les'].includes(first) && rest.length > 0;
}

function withoutTail(all: readonly string[], leading: string): Parts {
	let form = leading;
	let words = all.filter((word, at) => {
		const isSure = at > 0 && sureForms.has(word);
		if (isSure) form ||= word;
		return !isSure;
	});
	const places: string[] = [];
	for (;;) {
		const last = words.at(-1) ?? '';
		const rest = words.slice(0, -1);
		const found = placeAtEnd(words);
		if (rest.length > 0 && (lastForms.has(last) || (doubtfulForms.has(last) && isName(rest)))) {
			form ||= last;
			words = rest;
		} else if (groupWords.has(last) && isName(rest)) words = rest;
		else if (found && isBranch(words.slice(0, -found.length))) {
			places.unshift(found.place);
			words = words.slice(0, -found.length);
		} else return { words, form, place: places.join(' ') };
	}
}

function isBranch(before: readonly string[]): boolean {
	return isName(before) && !tyingWords.has(before.at(-1) ?? '');
}

/** Whether words can be a name by themselves: one at least is neither plain, nor a number, nor a place. */
function isName(words: readonly string[]): boolean {
	return words.some((word) => !plainWords.has(word) && !isPlace(word) && /\p{L}/u.test(word));
}
