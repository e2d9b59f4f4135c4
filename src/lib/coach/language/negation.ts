import type { Lang } from '#lib/coach/judgement.ts';
import type { Sentence } from '#lib/coach/language/sentences.ts';
import type { Token } from '#lib/coach/language/tokens.ts';

const negators: Record<Lang, ReadonlySet<string>> = {
	en: new Set(
		'not no never without none nor cannot dont cant wont didnt isnt don doesn didn isn aren wasn weren haven hasn hadn couldn wouldn shouldn won ain'.split(
			' '
		)
	),
	fr: new Set('ne n pas jamais sans aucun aucune nul nulle ni rien'.split(' '))
};
const denying = new Set('pas jamais rien aucun aucune ni personne guere nul nulle plus'.split(' '));
const turns = new Set(
	'but however though yet mais cependant pourtant or although because'.split(' ')
);
const reach: Record<Lang, number> = { en: 5, fr: 5 };

/** For each token whether it is said not to be: from the negating word to the end of its clause, a few words at most. */
export function negatedTokens(
	text: string,
	tokens: readonly Token[],
	sentences: readonly Sentence[],
	lang: Lang
): boolean[] {
	const negated = tokens.map(() => false);
	for (const { first, last } of sentences) {
		let left = 0;
		for (let at = first; at <= last; at += 1) {
			const token = tokens[at];
			if (!token) continue;
			if (left > 0 && (turns.has(token.word) || clauseEnds(text, tokens[at - 1], token))) left = 0;
			negated[at] = left > 0;
			if (negators[lang].has(token.word) && isNegating(tokens, at)) left = reach[lang] + 1;
			left -= 1;
		}
	}
	return negated;
}

function clauseEnds(text: string, before: Token | undefined, token: Token): boolean {
	return before !== undefined && /[,:()–—]/u.test(text.slice(before.end, token.start));
}

// “don” is French too, and “can” negates only with its t; “pas mal” and “not only” say the contrary.
function isNegating(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at + 1]?.word ?? '';
	const word = tokens[at]?.word ?? '';
	// “Ne … que” restricts, it does not deny.
	if (word === 'n' || word === 'ne')
		return tokens.slice(at + 1, at + 6).some((token) => denying.has(token.word));
	if (
		/^(don|doesn|didn|isn|aren|wasn|weren|haven|hasn|hadn|couldn|wouldn|shouldn|won|ain)$/.test(
			word
		)
	)
		return next === 't';
	return !['only', 'mal', 'seulement', 'doute'].includes(next);
}
