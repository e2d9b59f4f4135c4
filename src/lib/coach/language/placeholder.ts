import { fold } from '#lib/coach/language/fold.ts';

// What templates leave to be filled in: [Name], {prénom}, <company>, ___, XXX.
export const placeholder = String.raw`\[[^\]\n]{1,90}\]|\{{1,2}[^}\n]{1,90}\}{1,2}|<<?[\p{L}][^<>\n@/]{0,60}>>?|_{3,}|\b[Xx]{3,}\b`;

const shortest = 4;
const writers = /\b(your|votre|ton|my|mon|own) (full |first )?(name|nom|prenom)|signature/;
const organisations =
	/compan|entreprise|organi[sz]ation|fund|firm|school|universi|ecole|societe|startup|employer|boite/;
const people =
	/name|nom\b|person|contact|target|connector|mutual|friend|\bami|colleague|collegue|connection|founder|recipient|destinataire|investor|them\b|manager|interlocut|requester|prospect|mentor|\bvc\b|professor/;

/** Who or what a blank stands for: the reader's or another's name, the writer's, a company, anything else. */
export function standsFor(raw: string): 'writer' | 'organisation' | 'person' | 'thing' {
	const inside = fold(raw).replaceAll(/([a-z])_([a-z])/g, '$1 $2');
	if (writers.test(inside)) return 'writer';
	const bare = inside.replaceAll(/[^a-z]/g, '');
	if (people.test(inside) || bare.length < shortest) return 'person';
	return organisations.test(inside) ? 'organisation' : 'thing';
}

/** Whether a blank says in several words what shall stand there, so that these can be read. */
export function isSpelledOut(raw: string): boolean {
	return raw.split(/[\s/]+/).filter((word) => /\p{L}/u.test(word)).length >= shortest;
}

/** Where blanks are still to be filled in: start and end of each. */
export function placeholdersIn(text: string): Array<[start: number, end: number]> {
	return [...text.matchAll(new RegExp(placeholder, 'gu'))].map((match) => [
		match.index,
		match.index + match[0].length
	]);
}
