import { adviceText } from '#lib/coach/advice/advice-text.ts';
import { guessKind } from '#lib/coach/guess-kind.ts';
import type { Criterion, CriterionName, JudgeOptions, Judgement } from '#lib/coach/judgement.ts';
import { substanceOf } from '#lib/coach/language/politeness.ts';
import { type ReadLetter, readLetter } from '#lib/coach/language/read-letter.ts';
import { seeNotices } from '#lib/coach/notices/see-notices.ts';
import { adapted } from '#lib/coach/rules/adapted.ts';
import { clear } from '#lib/coach/rules/clear.ts';
import { feasible } from '#lib/coach/rules/feasible.ts';
import { generous } from '#lib/coach/rules/generous.ts';
import { personal } from '#lib/coach/rules/personal.ts';
import { type Rule, weigh } from '#lib/coach/rules/weigh.ts';
import { gatherEvidence } from '#lib/coach/signals/evidence.ts';

const fewestWords = 5;
const share: Record<CriterionName, number> = {
	personal: 24,
	adapted: 20,
	generous: 20,
	clear: 18,
	feasible: 18
};

/** Judges a letter on the five, without clock, network or chance: the same text always gets the same answer. Never throws. */
export function judge(text: string, options: JudgeOptions = {}): Judgement {
	const letter = readLetter(text, options.lang);
	const evidence = gatherEvidence(letter);
	const kind = options.kind ?? guessKind(letter, evidence);
	const say = adviceText(options.adviceIn ?? letter.lang);
	const facts = options.facts ?? {};
	const readable = letter.wordCount >= fewestWords;
	const light = (rule: Rule): Criterion => {
		if (!readable) return { met: null, score: 0, spans: [], advice: say('too-little') };
		const weighed = weigh(rule, evidence, kind, facts);
		const { advice, count, ...weight } = weighed;
		return { ...weight, advice: say(advice, { name: readerOf(letter), count }) };
	};
	const criteria = {
		personal: light(personal),
		adapted: light(adapted),
		generous: light(generous),
		clear: light(clear),
		feasible: light(feasible)
	};
	const notices = seeNotices({ letter, evidence, kind, facts, say });
	return { lang: letter.lang, kind, score: scoreOf(criteria, roomOf(letter)), criteria, notices };
}

// As the letter greets them.
function readerOf({ text, tokens }: ReadLetter): string | undefined {
	const first = tokens.find(({ named, kind }) => named === 'reader' && kind === 'word');
	return first && /^[\p{L}\p{M}-]+/u.exec(text.slice(first.start))?.[0];
}

function scoreOf(criteria: Judgement['criteria'], room: number): number {
	const points = Object.entries(share).map(([name, weight]) =>
		isName(name) ? criteria[name].score * weight : 0
	);
	return Math.min(100, Math.round(room * points.reduce((sum, each) => sum + each, 0)));
}

const usualWords = 70;
const [leastRoom, mostRoom] = [0.9, 1.3];

// A short letter has room for less of what speaks for it, so that length gains nothing. Neither names nor wishes count as words.
function roomOf(letter: ReadLetter): number {
	const words = substanceOf(letter).filter(({ named }) => named === undefined).length;
	const room = (usualWords / Math.max(1, words)) ** 0.2;
	return Math.min(mostRoom, Math.max(leastRoom, room));
}

function isName(name: string): name is CriterionName {
	return Object.hasOwn(share, name);
}
