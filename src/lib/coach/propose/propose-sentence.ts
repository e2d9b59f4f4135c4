import { judge } from '#lib/coach/judge.ts';
import {
	type CriterionName,
	criterionNames,
	type Facts,
	type Judgement
} from '#lib/coach/judgement.ts';
import { type ReadLetter, readLetter } from '#lib/coach/language/read-letter.ts';
import { type Candidate, candidatesFor, type Place } from '#lib/coach/propose/candidates.ts';
import {
	endSpot,
	greetingSpot,
	openingSpot,
	sentenceSpot,
	type Spot
} from '#lib/coach/propose/places.ts';
import type { Speech } from '#lib/coach/propose/sayings.ts';
import { faultsOf } from '#lib/coach/rules/faults.ts';
import type { Signal } from '#lib/coach/signals/evidence.ts';

/** The letter for which a sentence is proposed. */
export interface Written extends Speech {
	text: string;
	judgement: Judgement;
	/** What the coach was told beside the text, so that both judge by the same. */
	judged?: Facts;
}

/** The new words for `start` to `end` (exclusive) of the text; an insertion where these are one. */
export interface Proposal {
	start: number;
	end: number;
	/** With the spaces and empty lines that it needs around it. */
	sentence: string;
}

const leastGain = 0.04;
const asksTooMuch: ReadonlySet<Signal> = new Set(['vagueTarget', 'begs', 'demandsHelp', 'imposed']);
const presses: ReadonlySet<Signal> = new Set(['pressure']);

/**
 * A better version of the sentence concerned, made of the facts given alone; null where none is known
 * that would raise the light. It puts out no other light and brings no new notice.
 */
export function proposeSentence(criterion: CriterionName, written: Written): Proposal | null {
	const letter = readLetter(written.text, written.lang);
	const before = judgeAgain(written, written.text);
	if (before.criteria[criterion].met === true) return null;
	let best: { proposal: Proposal; score: number } | null = null;
	for (const proposal of possible(criterion, written, letter)) {
		const after = judgeAgain(written, applyProposal(written.text, proposal));
		if (!isBetter(criterion, before, after)) continue;
		const { met, score } = after.criteria[criterion];
		if (met) return proposal;
		if (!best || score > best.score) best = { proposal, score };
	}
	return best?.proposal ?? null;
}

/** The letter with a proposal taken. */
export function applyProposal(text: string, { start, end, sentence }: Proposal): string {
	return text.slice(0, start) + sentence + text.slice(end);
}

/** Whether a change raises the light without putting out another, and brings nothing new to remark. */
export function isBetter(criterion: CriterionName, before: Judgement, after: Judgement): boolean {
	const [old, now] = [before.criteria, after.criteria];
	const raised = now[criterion].score >= old[criterion].score + leastGain;
	const kept = criterionNames.every((name) => old[name].met !== true || now[name].met === true);
	const known = new Set(before.notices.map(({ kind }) => kind));
	return (
		raised &&
		kept &&
		after.score >= before.score &&
		after.notices.every(({ kind }) => known.has(kind))
	);
}

function judgeAgain({ lang, kind, judged = {} }: Written, text: string): Judgement {
	return judge(text, { lang, kind, facts: judged });
}

/** What may be put where, in the order of the candidates. */
function possible(criterion: CriterionName, written: Written, letter: ReadLetter): Proposal[] {
	const folded = written.text.toLowerCase();
	const spots = spotsOf(criterion, written.kind, letter);
	return candidatesFor(criterion, written)
		.filter(({ words }) => !folded.includes(words.toLowerCase()))
		.flatMap((candidate) => spots[candidate.place].map((spot) => put(candidate, spot)));
}

function spotsOf(
	criterion: CriterionName,
	kind: Written['kind'],
	letter: ReadLetter
): Record<Place, Spot[]> {
	const faults = faultsOf(criterion, letter, kind);
	const withSignal = (signals: ReadonlySet<Signal>) =>
		faults
			.filter(({ signal }) => signals.has(signal))
			.map(({ span }) => sentenceSpot(letter, span))
			.filter((spot) => spot !== null);
	return {
		greeting: [greetingSpot(letter)],
		opening: [openingSpot(letter)],
		end: [endSpot(letter)],
		'instead-of-asking': withSignal(asksTooMuch),
		'instead-of-pressing': withSignal(presses)
	};
}

function put({ words }: Candidate, { start, end, lead, tail }: Spot): Proposal {
	return { start, end, sentence: `${lead}${words}${tail}` };
}
