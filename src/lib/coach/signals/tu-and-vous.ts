import type { Span } from '#lib/coach/judgement.ts';
import type { ReadLetter, ReadToken } from '#lib/coach/language/read-letter.ts';

const tu = new Set('tu te toi ton ta tes'.split(' '));
const vous = new Set('vous votre vos'.split(' '));
const imperatives = new Set('hesitez dites sachez veuillez croyez permettez'.split(' '));
const nounBefore = new Set('le un ce du au bon d l quel son'.split(' '));
// Beside these, “vous” means the reader and others.
const several = new Set(
	'tous toutes deux trois autres ensemble chacun plusieurs equipe famille couple enfants parents boite entreprise societe association maison maisonnee agence atelier classe promo groupe bande chorale ecole bureau service nombreux nombreuses gens collegues'.split(
		' '
	)
);
// Said to the reader alone.
const asking = new Set(
	'je pourriez auriez seriez accepteriez voudriez pouvez voulez sauriez verriez aimeriez'.split(' ')
);
const ofOne = new Set(
	'avis aide retour reponse temps regard conseil parcours article message gentillesse accord nom profil soutien attention accueil disponibilite'.split(
		' '
	)
);
const plural = /(?:^|[\s(])(?:chez|entre|parmi|d.entre)$/;
const reach = 4;

/** Where a French letter says tu and vous to the same reader: the rarer of the two; nothing when one of them means others, is quoted, or is said to somebody else. */
export function mixedTuVous(letter: ReadLetter): Span[] {
	if (letter.lang !== 'fr') return [];
	const told = toReader(letter);
	const intimate = told.filter((at) => isTu(letter, at));
	if (intimate.length === 0) return [];
	const formal = told.filter((at) => isVous(letter, at) && !meansSeveral(letter, at));
	if (!formal.some((at) => isSaidToOne(letter, at)) && isAside(formal, intimate)) return [];
	const fewer = formal.length < intimate.length ? formal : intimate;
	return fewer.map((at) => spanOf(letter.tokens[at]));
}

// A vous or two among many tu may mean people whom the letter does not name.
function isAside(formal: readonly number[], intimate: readonly number[]): boolean {
	return formal.length < 2 || formal.length * 3 < intimate.length;
}

function isSaidToOne({ tokens }: ReadLetter, at: number): boolean {
	const word = tokens[at]?.word ?? '';
	if (imperatives.has(word) || asking.has(tokens[at - 1]?.word ?? '')) return true;
	return word === 'votre' && ofOne.has(tokens[at + 1]?.word ?? '');
}

function isTu({ tokens }: ReadLetter, at: number): boolean {
	const { word } = tokens[at] ?? { word: '' };
	if (!tu.has(word)) return false;
	return word !== 'ton' || !nounBefore.has(tokens[at - 1]?.word ?? '');
}

function isVous({ tokens }: ReadLetter, at: number): boolean {
	const word = tokens[at]?.word ?? '';
	return vous.has(word) || imperatives.has(word);
}

// “Vous deux”, “ton frère et toi, vous…”, “votre équipe”, “chez vous”.
function meansSeveral({ tokens, sentences, text }: ReadLetter, at: number): boolean {
	const token = tokens[at];
	if (!token) return false;
	const { first, last } = sentences[token.sentence] ?? { first: at, last: at };
	const near = tokens.slice(Math.max(first, at - reach), Math.min(last, at + reach) + 1);
	if (near.some((each) => each !== token && several.has(each.word))) return true;
	if (asking.has(tokens[at - 1]?.word ?? '')) return false;
	if (
		plural.test(
			text
				.slice(Math.max(0, token.start - 12), token.start)
				.trimEnd()
				.toLowerCase()
		)
	)
		return true;
	const before = sentences[token.sentence - 1];
	const others = tokens.slice(before?.first ?? first, last + 1);
	return others.some(({ word }, index) => word === 'et' && isSomeone(others, index));
}

// “Toi et Marie”, “Marie et Luc”, “Marie et toi”.
function isSomeone(tokens: readonly ReadToken[], et: number): boolean {
	const sides = [tokens[et - 1], tokens[et + 1]];
	return sides.every((side) => side?.named === 'other' || side?.word === 'toi');
}

// Not what is quoted, and not what follows a greeting to somebody else, such as lines to forward.
function toReader(letter: ReadLetter): number[] {
	const quoted = quotes(letter.text);
	const until = secondGreeting(letter);
	return letter.tokens.flatMap((token, at) =>
		at < until && !quoted.some(([start, end]) => token.start >= start && token.end <= end)
			? [at]
			: []
	);
}

function quotes(text: string): Span[] {
	return [...text.matchAll(/«[^»]*»|“[^”]*”|"[^"]*"|^>.*$/gmu)].map((match) => [
		match.index,
		match.index + match[0].length
	]);
}

function secondGreeting({ tokens, sentences }: ReadLetter): number {
	const next = sentences.find(({ first }, index) => {
		const [hello, name] = [tokens[first], tokens[first + 1]];
		return index > 1 && hello?.families.has('greeting') === true && isElse(name);
	});
	return next?.first ?? tokens.length;
}

function isElse(token: ReadToken | undefined): boolean {
	return token?.named === 'other';
}

function spanOf(token: ReadToken | undefined): Span {
	return [token?.start ?? 0, token?.end ?? 0];
}
