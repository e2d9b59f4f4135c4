import type { Span } from '#lib/coach/judgement.ts';
import { type Found, sentencesOf } from '#lib/coach/language/phrase.ts';
import { type ReadLetter, sentenceSpan } from '#lib/coach/language/read-letter.ts';
import { aboutReader } from '#lib/coach/signals/about-reader.ts';
import { asksAfter } from '#lib/coach/signals/asks-after.ts';
import { findPhrases, type PhraseSignal } from '#lib/coach/signals/phrase-signals.ts';
import { type ShapeSignal, shapeSignals } from '#lib/coach/signals/shape-signals.ts';

/** Anything a rule can count. `anchoredPast` is a shared past with a time, a place or an occasion. */
export type Signal =
	| PhraseSignal
	| ShapeSignal
	| 'anchoredPast'
	| 'aboutReader'
	| 'asksAfter'
	| 'hollow'
	| 'manyAsks'
	| 'noAsk'
	| 'noName'
	| 'bareInvite';

/** Signals with the spans that carry them; an absent one has no entry. */
export type Evidence = ReadonlyMap<Signal | string, readonly Span[]>;

const manyAsks = 3;

/** Everything seen in a letter, once for all rules. */
export function gatherEvidence(letter: ReadLetter): Evidence {
	const said = findPhrases(letter);
	const evidence = new Map<string, readonly Span[]>();
	for (const [name, places] of said) evidence.set(name, merge(spansOf(letter, places)));
	for (const [name, see] of Object.entries(shapeSignals)) put(evidence, name, see(letter));
	put(evidence, 'anchoredPast', anchored(letter, said.get('sharedPast') ?? []));
	const asks = askSentences(letter, said);
	put(evidence, 'manyAsks', asks.length >= manyAsks ? asks : []);
	if (asks.length === 0 && !said.has('ask')) evidence.set('noAsk', []);
	if (!evidence.has('greetedByName')) evidence.set('noName', []);
	put(evidence, 'asksAfter', asksAfter(letter, said));
	put(evidence, 'aboutReader', aboutReader(letter, said));
	weighTogether(letter, evidence, said);
	if (!bonds.some((signal) => evidence.has(signal))) {
		evidence.set('hollow', []);
		if (!evidence.has('bounded')) evidence.delete('viewAsked');
	}
	return evidence;
}

const theirs: readonly Signal[] = ['notice', 'sharedPast', 'sharedGround', 'sentBy'];

// Any of these, and the letter could not go to just anyone.
const bonds: readonly Signal[] = [
	...theirs,
	'aboutReader',
	'asksAfter',
	'link',
	'vouches',
	'news',
	'congratulate',
	'situation',
	'faint',
	'fit',
	'perceived',
	'mindful',
	'wayOut',
	'offers',
	'convenient'
];

// Some things mean something only beside others, or without them.
function weighTogether(
	letter: ReadLetter,
	evidence: Map<string, readonly Span[]>,
	said: ReadonlyMap<string, Found[]>
): void {
	const hasTheirs = theirs.some((signal) => evidence.has(signal));
	const move = (from: Signal, to: string) =>
		put(evidence, to, merge([...(evidence.get(to) ?? []), ...(evidence.get(from) ?? [])]));
	if (!evidence.has('link')) move('somebody', 'vagueTarget');
	if (!evidence.has('permission')) move('introduces', 'imposed');
	const isTheirs = hasTheirs || evidence.has('aboutReader');
	if (!isTheirs) move('invites', 'bareInvite');
	if (!isTheirs) move('profile', 'bareInvite');
	if (!hasTheirs) evidence.delete('lightAsk');
	keepApart(letter, evidence, said, 'wayOut', 'noWayOut');
	keepApart(letter, evidence, said, 'vagueTarget', 'offers');
}

// “You cannot say no” takes back what the same sentence seems to leave free; “anything I can do for you” is no vague wish.
function keepApart(
	letter: ReadLetter,
	evidence: Map<string, readonly Span[]>,
	said: ReadonlyMap<string, Found[]>,
	name: Signal,
	by: Signal
): void {
	if (!evidence.has(by) || !evidence.has(name)) return;
	const taken = sentencesOf(letter, said, [by]);
	const kept = (said.get(name) ?? []).filter(
		([first]) => !taken.has(letter.tokens[first]?.sentence)
	);
	evidence.delete(name);
	put(evidence, name, merge(spansOf(letter, kept)));
}

function put(evidence: Map<string, readonly Span[]>, name: string, spans: Span[]): void {
	if (spans.length > 0) evidence.set(name, spans);
}

function spansOf({ tokens }: ReadLetter, places: readonly Found[]): Span[] {
	return places.map(([first, last]) => [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0]);
}

function anchored(letter: ReadLetter, places: readonly Found[]): Span[] {
	return spansOf(
		letter,
		places.filter(([first]) => {
			const sentence = letter.sentences[letter.tokens[first]?.sentence ?? 0];
			if (!sentence) return false;
			const said = letter.tokens.slice(sentence.first, sentence.last + 1);
			return said.some(
				({ families, named, kind }) =>
					families.has('when') ||
					families.has('occasion') ||
					named === 'organisation' ||
					named === 'other' ||
					kind === 'number'
			);
		})
	);
}

// Questions for a favour and instructions; a question about the other is none.
function askSentences(letter: ReadLetter, said: ReadonlyMap<string, Found[]>): Span[] {
	const told = new Set(
		(said.get('demandsHelp') ?? []).map(([first]) => letter.tokens[first]?.sentence)
	);
	return letter.sentences.flatMap(({ first, last, question }, index): Span[] => {
		const words = letter.tokens.slice(first, last + 1);
		const asks =
			question &&
			words.some(({ families }) => families.has('modal')) &&
			words.some(({ families }) => families.has('you'));
		return asks || told.has(index) ? [sentenceSpan(letter, index)] : [];
	});
}

/** Overlapping spans become one. */
export function merge(spans: readonly Span[]): Span[] {
	const merged: Span[] = [];
	for (const [start, end] of spans.toSorted((one, other) => one[0] - other[0])) {
		const last = merged.at(-1);
		if (last && start <= last[1]) last[1] = Math.max(last[1], end);
		else merged.push([start, end]);
	}
	return merged;
}
