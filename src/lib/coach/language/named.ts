import type { Lang } from '#lib/coach/judgement.ts';
import { familiesOf } from '#lib/coach/language/lexicon.ts';
import { standsFor } from '#lib/coach/language/placeholder.ts';
import type { Sentence } from '#lib/coach/language/sentences.ts';
import type { Token } from '#lib/coach/language/tokens.ts';

export type Named = 'reader' | 'writer' | 'other' | 'organisation';

// Written with a capital and nobody's name.
const notNames = new Set(
	'subject objet dr professeur professor docteur doctor maitre i je monsieur madame mr mrs ms miss mme mlle cv linkedin whatsapp zoom teams skype google-meet monday tuesday wednesday thursday friday saturday sunday january february march july september october november december english french christmas easter ps re fw fwd ok asap ceo cto cfo coo hr rh drh pdg dg vp phd mba btp pme ia ai it ui ux seo saas b2b have has do does did are is was were should might let hoping wishing excited happy glad please dear hi hello hey bonjour bonsoir salut cher chere thanks merci best regards sincerely cheers cordialement amities bien the a my your our what when how if would could can thank looking le la les mon ma votre ton nous vous tu et and but mais pour for in on en au auriez pourriez'.split(
		' '
	)
);
// Names too, after a small word: “with Will”, “to Hope”, but not “in April”.
const alsoNames = new Set('hope will may april june august'.split(' '));
const beforeMonth = new Set(
	'in on since last next this by until of early late mid from for every'.split(' ')
);
const beforeCompany = new Set(
	'at chez of with from join entreprise societe company firm startup'.split(' ')
);
const beforeOwnName = new Set('am m is suis appelle name nom ici'.split(' '));

/** Who or what each capitalised word names: the one greeted, the one who signs, somebody else, a company. */
export function namesIn(
	text: string,
	tokens: readonly Token[],
	sentences: readonly Sentence[],
	lang: Lang
): Array<Named | undefined> {
	const named = tokens.map((): Named | undefined => undefined);
	const mid = capitalisedInside(tokens, sentences);
	let greeted: number | undefined;
	for (const [index, { first, last }] of sentences.entries())
		for (let at = first; at <= last; at += 1) {
			const token = tokens[at];
			if (!token || !looksNamed(token)) continue;
			const families = familiesOf(token.word, lang);
			if (families.has('greeting') || (at === first && families.has('closing'))) continue;
			if (alsoNames.has(token.word) && first < last && !followsWord(text, tokens, at)) continue;
			if (at === first && !opensWithName(tokens, at, last, mid, lang)) continue;
			const who = whoIs(tokens, at, index, sentences, lang);
			// Lines to forward greet somebody else.
			named[at] = who === 'reader' && (greeted ?? index) !== index ? 'other' : who;
			if (who === 'reader') greeted ??= index;
		}
	greetSmall(tokens, named, lang);
	greetBare(text, tokens, named, lang);
	return spreadRoles(tokens, named);
}

function followsWord(text: string, tokens: readonly Token[], at: number): boolean {
	const [before, token] = [tokens[at - 1], tokens[at]];
	if (!before || !token || beforeMonth.has(before.word)) return false;
	return text.slice(before.end, token.start) === ' ';
}

const longestGreeting = 6;
const notGreeted = new Set(
	'he eh ah oh wow oui non yes no well so also puis alors enfin apres avant voila desole sorry there all again a everyone everybody toi vous tous toutes you ya'.split(
		' '
	)
);

// “hey marcus,” is a greeting by name too.
function greetSmall(tokens: readonly Token[], named: Array<Named | undefined>, lang: Lang): void {
	const [hello, name, next] = tokens;
	if (!hello || !name || !next || named[1] || notGreeted.has(name.word)) return;
	if (!familiesOf(hello.word, lang).has('greeting') || familiesOf(name.word, lang).size > 0) return;
	if (name.kind === 'word' && name.raw.length > 1 && next.start - name.end > 1) named[1] = 'reader';
}

// “Ivan, could you…” and “Ivan — could you…”: a name, and a pause.
function greetBare(
	text: string,
	tokens: readonly Token[],
	named: Array<Named | undefined>,
	lang: Lang
): void {
	const [name, next] = tokens;
	if (!name || !next || !looksNamed(name) || notGreeted.has(name.word)) return;
	if (familiesOf(name.word, lang).size > 0) return;
	if (/^(?:,|\s?[–—]|\s-\s)/.test(text.slice(name.end, next.start))) named[0] = 'reader';
}

function looksNamed({ kind, raw, word }: Token): boolean {
	if (kind === 'placeholder') return true;
	return kind === 'word' && raw.length > 1 && /^\p{Lu}/u.test(raw) && !notNames.has(word);
}

function capitalisedInside(tokens: readonly Token[], sentences: readonly Sentence[]): Set<string> {
	const firsts = new Set(sentences.map(({ first }) => first));
	return new Set(
		tokens.filter((token, at) => !firsts.has(at) && looksNamed(token)).map(({ word }) => word)
	);
}

function opensWithName(
	tokens: readonly Token[],
	at: number,
	last: number,
	mid: ReadonlySet<string>,
	lang: Lang
): boolean {
	const token = tokens[at];
	if (!token) return false;
	if (token.kind === 'placeholder' || mid.has(token.word) || at === last) return true;
	const next = tokens[at + 1];
	const known = familiesOf(token.word, lang).size > 0;
	if (next && looksNamed(next)) return !known;
	return next !== undefined && !known && isSaying(next.word, lang);
}

function isSaying(word: string, lang: Lang): boolean {
	return (
		familiesOf(word, lang).has('suggested') ||
		/^(is|was|has|and|est|a|m|et|nous|vous|te)$/.test(word)
	);
}

function whoIs(
	tokens: readonly Token[],
	at: number,
	sentence: number,
	sentences: readonly Sentence[],
	lang: Lang
): Named | undefined {
	const { first, last } = sentences[sentence] ?? { first: at, last: at };
	const before = tokens[at - 1]?.word ?? '';
	if (at > first && beforeCompany.has(before))
		return before === 'with' || before === 'of' || before === 'from' ? 'other' : 'organisation';
	if (at > first && beforeOwnName.has(before) && isOwn(tokens, at)) return 'writer';
	if (tokens[at]?.kind === 'placeholder' && standsFor(tokens[at].raw) === 'writer') return 'writer';
	const short = last - first <= 4;
	if (sentence <= 2 && isGreeted(tokens, first, at, lang)) return 'reader';
	if (short && sentence === 0 && first === at) return 'reader';
	if (short && sentence >= sentences.length - 4 && sentence > 1 && tokens.length - at < 25)
		return 'writer';
	const closes = familiesOf(tokens[first]?.word ?? '', lang).has('closing');
	// Above wishes and a postscript, a name still stands alone.
	const alone = tokens
		.slice(first, last + 1)
		.every((token) => looksNamed(token) || /^\p{Lu}$/u.test(token.raw));
	if (short && (alone || closes) && sentence > 1 && sentence >= sentences.length / 3)
		return 'writer';
	return ofKind(tokens[at]);
}

const blanks = {
	writer: 'writer',
	organisation: 'organisation',
	person: 'other',
	thing: undefined
} as const;

function ofKind(token: Token | undefined): Named | undefined {
	return token?.kind === 'placeholder' ? blanks[standsFor(token.raw)] : 'other';
}

// From the greeting to the name there are only titles and further names, each a space apart: “Cher Monsieur Jean Petit”.
function isGreeted(tokens: readonly Token[], first: number, at: number, lang: Lang): boolean {
	const opener = tokens[first];
	if (
		!opener ||
		at === first ||
		at - first > longestGreeting ||
		!familiesOf(opener.word, lang).has('greeting')
	)
		return false;
	return tokens.slice(first, at + 1).every((token, step, all) => {
		const before = all[step - 1];
		return (
			!before ||
			(token.start - before.end <= 2 && /^(?:\p{Lu}|[[{<_]|again|re|ma|mon|a)/u.test(token.raw)) ||
			familiesOf(token.word, lang).has('greeting')
		);
	});
}

function isOwn(tokens: readonly Token[], at: number): boolean {
	const before = tokens.slice(Math.max(0, at - 3), at).map(({ word }) => word);
	return before.some((word) => /^(i|my|je|j|m|mon|ici)$/.test(word));
}

// Who was greeted or signs is the same person wherever the name stands; a second capital belongs to the first.
function spreadRoles(
	tokens: readonly Token[],
	named: Array<Named | undefined>
): Array<Named | undefined> {
	const roles = new Map<string, Named>();
	tokens.forEach(({ word }, at) => {
		const role = named[at];
		if (role === 'reader' || role === 'writer') roles.set(word, role);
	});
	const spread = named.map((role, at) => role && (roles.get(tokens[at]?.word ?? '') ?? role));
	return spread.map((role, at) =>
		role === 'other' && spread[at - 1] === 'organisation' ? 'organisation' : role
	);
}
