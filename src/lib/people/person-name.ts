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
	if (isPlain(givenName, familyName)) {
		const fullName = `${givenName} ${familyName}`;
		return { givenName, familyName, fullName, credentials: '', nickname: '', asWritten: fullName };
	}
	return readWithDegrees(givenName, familyName) ?? readParts(givenName, familyName);
}

/** "Martin, MBA, PMP": by far the most frequent of the names that are not plain. */
function readWithDegrees(givenName: string, written: string): PersonName | undefined {
	const comma = written.indexOf(', ');
	if (comma === -1 || !capitals.test(written.slice(comma))) return undefined;
	const familyName = written.slice(0, comma);
	if (!isPlain(givenName, familyName)) return undefined;
	const fullName = `${givenName} ${familyName}`;
	const credentials = written.slice(comma + 2);
	const asWritten = `${givenName} ${written}`;
	return { givenName, familyName, fullName, credentials, nickname: '', asWritten };
}

const capitals = /^(?:, [A-Z]{2,6})+$/;

const plain =
	/^(?:\p{Ll}{1,3} )*(?:[dDlLO]['’]|Mc)?\p{Lu}\p{Ll}+(?:[ -](?:[dDlLO]['’]|Mc)?\p{Lu}\p{Ll}+)*$/u;

/** What is plain in the letters of Western Europe, which is seen sooner. */
const plainest = /^[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:[ -][A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)*$/;

/** The great majority, which needs no closer look. */
function isPlain(given: string, family: string): boolean {
	if (!plainest.test(given) && !plain.test(given)) return false;
	if (!plainest.test(family) && !plain.test(family)) return false;
	const space = given.indexOf(' ');
	if (plainTitles.has(space === -1 ? given : given.slice(0, space))) return false;
	const last = family.lastIndexOf(' ') + 1;
	return family.length - last > longestGeneration || !plainGenerations.has(family.slice(last));
}

const plainTitles = bothCases(titles);
const plainGenerations = bothCases(generations);
const longestGeneration = Math.max(...[...generations].map(({ length }) => length));

function bothCases(words: Iterable<string>): Set<string> {
	return new Set(
		[...words].flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)])
	);
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
