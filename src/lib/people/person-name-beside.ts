import {
	degrees,
	dottedTitles,
	generations,
	shortDegrees,
	titles
} from '#lib/people/person-name-words.ts';

const ornaments =
	/(?:\p{Extended_Pictographic}|\p{RI}|\p{So})(?:\p{EMod}|\p{Me}|\u200d|\ufe0f)*|\u200b|\ufe0f|\ufeff|[\u{e0000}-\u{e007f}]/gu;
/** European letters and the usual signs: nothing that any of the others would find. */
const onlyLetters = /^[\u0020-\u00a8\u00aa-\u00ad\u00af-\u058f\u1e00-\u1fff\u2010-\u2019]*$/;
const styledLetters = /[\u{1d400}-\u{1d7ff}\uff21-\uff3a\uff41-\uff5a]+/gu;
const brackets =
	/\(([^()]*)\)|\[([^[\]]*)\]|"([^"]*)"|“([^”]*)”|«([^»]*)»|(?<=^|\s)['‘]([^'’]+)['’](?=\s|$)/gu;
const separators = /\s+[-–—~]+\s+|\s*[|•·/\\]+\s*|\s+@\s*|\s*[,;]\s*/u;

/** Ornaments out, styled letters plain, spaces single. */
export function plainName(text: string): string {
	const undressed = onlyLetters.test(text)
		? text
		: text.replace(styledLetters, (letters) => letters.normalize('NFKC')).replace(ornaments, ' ');
	return tidyName(undressed);
}

/** Single spaces, none around. */
export function tidyName(text: string): string {
	return /[^\S ]|\p{Cc}| (?: |$)|^ /u.test(text) ? text.replace(/[\s\p{Cc}]+/gu, ' ').trim() : text;
}

/** Takes nicknames and remarks in brackets or quotation marks out of a name. */
export function withoutBrackets(text: string): { name: string; nicknames: string[] } {
	const nicknames: string[] = [];
	if (!/["'‘“(«[]/.test(text)) return { name: text, nicknames };
	const name = text.replace(brackets, (...found: unknown[]) => {
		const inside = found.slice(1, 7).find((group) => typeof group === 'string');
		if (typeof inside === 'string' && inside.trim() !== '') nicknames.push(inside.trim());
		return ' ';
	});
	return { name: name.replace(/ +/g, ' ').trim(), nicknames };
}

/** Cuts at commas, bars and dashes with spaces around: the name first, then what is beside it. */
export function cutName(text: string): string[] {
	if (!/[|•·/\\@,;~–—]| -/.test(text)) return [text];
	return text.split(separators).filter((piece) => piece !== '');
}

/** The same for half a name, where "Jean - Pierre" and "Dupont - Martin" are one. */
export function cutPart(text: string): string[] {
	if (!text.includes(' - ')) return cutName(text);
	return cutName(text.replace(/(?<=^\S+) - (?=\p{Lu}\S*$)/u, (dash) => joint(text, dash)));
}

function joint(text: string, dash: string): string {
	return areDegrees(text.slice(text.indexOf(dash) + dash.length)) ? dash : '-';
}

/** Takes titles off the front of a name's words, as long as `least` are left. */
export function takeTitles(words: readonly string[], least = 1): [string[], string[]] {
	let count = 0;
	while (words.length - count > least && isTitle(words[count] ?? '', words.length - count))
		count += 1;
	return [words.slice(0, count), words.slice(count)];
}

/** Takes degrees off the end of a name's words; one word is always left. */
export function takeDegrees(words: readonly string[], least = 1): [string[], string[]] {
	let count = words.length;
	while (count > least && isDegree(words[count - 1] ?? '')) count -= 1;
	return [words.slice(0, count), words.slice(count)];
}

/** Whether all words of a text are degrees and the like: "MBA", "Ph.D.", "Jr.", "CFA FRM". */
export function areDegrees(text: string): boolean {
	return text.split(' ').every((word) => degrees.has(bare(word)) || isShort(word));
}

/** An M. is French for Mr only before two more words: before one it is somebody's initial. */
function isTitle(word: string, count: number): boolean {
	if (word === 'M.') return count > 2;
	const key = word.toLowerCase();
	if (key.endsWith('.') && dottedTitles.has(key.slice(0, -1))) return true;
	return titles.has(key.replace(/\.$/, ''));
}

/** Mba is a family name where MBA is a degree. */
function isDegree(word: string): boolean {
	const key = bare(word);
	if (generations.has(key)) return true;
	return degrees.has(key) && /\p{Lu}.*\p{Lu}/u.test(word);
}

function isShort(word: string): boolean {
	return shortDegrees.has(bare(word)) || generations.has(bare(word));
}

function bare(word: string): string {
	return word.toLowerCase().replace(/[.®™*]/g, '');
}
