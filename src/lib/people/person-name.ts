import {
	cutName,
	cutPart,
	plainName,
	takeDegrees,
	takeTitles,
	tidyName,
	withoutBrackets
} from '#lib/people/person-name-beside.ts';
import { isCapitals, isInitials, isSmall, nameCase } from '#lib/people/person-name-case.ts';
import { isCompany, splitWhole, turnedRound } from '#lib/people/person-name-order.ts';
import { generations, particles, titles } from '#lib/people/person-name-words.ts';

/** A person's name as it is shown and compared, and what the source wrote around it. */
export interface PersonName {
	/** Both empty where the text is no person's name in parts, such as a company's. */
	givenName: string;
	familyName: string;
	/** Empty only where nothing was written. */
	fullName: string;
	/** Titles, degrees and the like that stood beside the name, separated by ", "; else empty. */
	credentials: string;
	/** What stood in brackets or quotation marks, separated by ", "; else empty. */
	nickname: string;
	/** The whole as it came, spaces tidied. */
	asWritten: string;
}

/** A name in parts or as one text. */
export type WrittenName = { givenName: string; familyName: string } | { fullName: string };

/** In characters; what is longer is no name, and stays as it is. */
const longest = 400;

interface Read {
	givenName: string;
	familyName: string;
	beside: string[];
	nicknames: string[];
}

/**
 * Reads a name as people and programs write them: case mended where it is all capitals or all
 * small, titles, degrees, nicknames and ornaments set apart, "DUPONT Jean" and "Dupont, Jean"
 * turned round. Every letter of the input is in the names, the credentials or the nickname. Names in
 * other scripts and names of companies stay as they are. Never throws.
 */
export function readPersonName(written: WrittenName): PersonName {
	if ('fullName' in written) return readWhole(written.fullName);
	const { givenName, familyName } = written;
	if (givenName.length + familyName.length > longest) return asItIs(`${givenName} ${familyName}`);
	return readPlainName(givenName, familyName) ?? readParts(givenName, familyName);
}

/**
 * The same for the great majority, which needs no closer look: "Martin" and "Martin, MBA, PMP".
 * Undefined for all others.
 */
export function readPlainName(givenName: string, written: string): PersonName | undefined {
	if (givenName.length + written.length > longest) return undefined;
	const comma = written.indexOf(', ');
	const familyName = comma === -1 ? written : written.slice(0, comma);
	if (!plainGiven.test(givenName) || !plainFamily.test(familyName)) return undefined;
	const fullName = `${givenName} ${familyName}`;
	const plain = {
		givenName,
		familyName,
		fullName,
		credentials: '',
		nickname: '',
		asWritten: fullName
	};
	if (comma === -1) return plain;
	if (!capitals.test(written.slice(comma))) return undefined;
	return { ...plain, credentials: written.slice(comma + 2), asWritten: `${givenName} ${written}` };
}

const capitals = /^(?:, [A-Z]{2,6})+$/;
const large = "(?:[dDlLO]['’]|Mc)?\\p{Lu}\\p{Ll}+";
const plain = `(?:\\p{Ll}{1,3} )*${large}(?:[ -]${large})*`;
const plainGiven = new RegExp(`^(?!(?:${anyOf(titles)})(?: |$))${plain}$`, 'u');
const plainFamily = new RegExp(`^${plain}(?<!(?:^| )(?:${anyOf(generations)}))$`, 'u');

/** The words as a plain name could have them: of letters, the first of them large or small. */
function anyOf(words: Iterable<string>): string {
	const letters = [...words].filter((word) => /^\p{L}+$/u.test(word));
	return letters
		.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
		.join('|');
}

function readWhole(text: string): PersonName {
	if (text.length > longest) return asItIs(text);
	const { name, nicknames } = withoutBrackets(plainName(text));
	if (!/\p{L}/u.test(name) || isCompany(name) || withoutSpaces.test(name)) return asItIs(text);
	const turned = turnedRound(name.split(/\s*[,;]\s*/));
	if (turned) return finish({ ...turned, nicknames }, text);
	const [first = '', ...rest] = cutName(name);
	const least = isCapitals(first) ? 2 : 1;
	const [before, named] = takeTitles(first.split(' '));
	const [words, degrees] = takeDegrees(named, least);
	return finish(
		{ ...splitWhole(words), beside: [...before, ...degrees, ...rest], nicknames },
		text
	);
}

/** Scripts whose names come family first, and mostly in one piece. */
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function readParts(given: string, family: string): PersonName {
	const whole = `${given} ${family}`;
	const one = withoutBrackets(plainName(given));
	const two = withoutBrackets(plainName(family));
	if (!/\p{L}/u.test(given)) return readFamily(family, whole);
	if (!/\p{L}/u.test(one.name) || !/\p{L}/u.test(two.name)) return readWhole(whole);
	const [first = '', ...besideFirst] = cutPart(one.name);
	const [second = '', ...besideSecond] = cutPart(two.name);
	const [before, givenWords] = takeTitles(first.split(' '), 0);
	const [familyWords, degrees] = takeDegrees(second.split(' '));
	return finish(
		{
			givenName: givenWords.join(' '),
			familyName: familyWords.join(' '),
			beside: [...before, ...besideFirst, ...degrees, ...besideSecond],
			nicknames: [...one.nicknames, ...two.nicknames]
		},
		whole
	);
}

/** A family name alone is not taken apart, unless a comma or capitals show the given name in it. */
function readFamily(family: string, whole: string): PersonName {
	const { name, nicknames } = withoutBrackets(plainName(family));
	if (/[,;|]/.test(name) || !/\p{L}/u.test(name) || isCompany(name)) return readWhole(whole);
	const [before, words] = takeTitles(name.split(' '));
	return finish({ givenName: '', familyName: words.join(' '), beside: before, nicknames }, whole);
}

function finish(read: Read, text: string): PersonName {
	const givenName = mend(read.givenName, 'given');
	const familyName = mend(read.familyName, 'family');
	const fullName = `${givenName} ${familyName}`.trim();
	if (fullName === '') return asItIs(text);
	return {
		givenName,
		familyName,
		fullName,
		credentials: read.beside.join(', '),
		nickname: read.nicknames.join(', '),
		asWritten: tidyName(text)
	};
}

/** Mixed case is its owner's choice. */
function mend(name: string, part: 'given' | 'family'): string {
	const isShort = part === 'given' && isInitials(name);
	if (isSmall(name) || (isCapitals(name) && !isShort)) return nameCase(name, part);
	const large = name.split(' ').filter((word) => !particles.has(word));
	const capitals = large.length > 0 && large.every(isCapitals) && part === 'family';
	return capitals ? nameCase(name, part) : name;
}

function asItIs(text: string): PersonName {
	const asWritten = tidyName(text);
	const fullName = plainName(text);
	const named = /[\p{L}\p{N}]/u.test(fullName) ? fullName : asWritten;
	return {
		givenName: '',
		familyName: '',
		fullName: named,
		credentials: '',
		nickname: '',
		asWritten
	};
}
