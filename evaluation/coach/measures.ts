import { type CriterionName, criterionNames } from '../../src/lib/coach/judgement.ts';
import type { Scored } from './scored.ts';

/** The chance that a good letter stands above a bad one, a tie counting half; undefined without both. */
export function auc(
	letters: readonly Scored[],
	by: (letter: Scored) => number
): number | undefined {
	const good = letters.filter(({ label }) => label === 'good').map(by);
	const bad = letters.filter(({ label }) => label === 'bad').map(by);
	if (good.length === 0 || bad.length === 0) return undefined;
	const wins = good.flatMap((one) =>
		bad.map((other) => (one > other ? 1 : one === other ? 0.5 : 0) as number)
	);
	return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

const likeLength = 1.5;

/** The same chance among couples of like length only, the longer at most half as long again; and how many there are. */
export function aucOfLikeLength(letters: readonly Scored[]): {
	auc: number | undefined;
	of: number;
} {
	const couples = letters
		.filter(({ label }) => label === 'good')
		.flatMap((good) => letters.filter((bad) => isLike(good, bad)).map((bad) => [good, bad]));
	const wins = couples.map(([good, bad]) => {
		const ahead = (good?.judgement.score ?? 0) - (bad?.judgement.score ?? 0);
		return ahead > 0 ? 1 : ahead === 0 ? 0.5 : 0;
	});
	const sum = wins.reduce<number>((total, win) => total + win, 0);
	return { auc: wins.length > 0 ? sum / wins.length : undefined, of: wins.length };
}

function isLike(good: Scored, bad: Scored): boolean {
	const ratio = good.words / Math.max(1, bad.words);
	return bad.label === 'bad' && ratio <= likeLength && ratio >= 1 / likeLength;
}

/** How many of the letters that say so we see the same way; “cannot tell” is agreement only with “cannot tell”. */
export function agreement(
	letters: readonly Scored[],
	name: CriterionName
): { same: number; of: number } {
	const labelled = letters.filter(({ criteria }) => criteria?.[name] !== undefined);
	const same = labelled.filter(
		({ criteria, judgement }) => criteria?.[name] === judgement.criteria[name].met
	);
	return { same: same.length, of: labelled.length };
}

export const everyCriterion = criterionNames;

/** Pairs of one source in which the good letter does not stand above the bad one. */
export function pairsInOrder(letters: readonly Scored[]): { right: number; wrong: string[] } {
	const groups = Map.groupBy(
		letters.filter(({ pair, source }) => pair !== undefined || source !== undefined),
		({ pair, source }) => pair ?? source ?? ''
	);
	let right = 0;
	const wrong: string[] = [];
	for (const group of groups.values())
		for (const good of group.filter(({ label }) => label === 'good'))
			for (const bad of group.filter(({ label }) => label === 'bad')) {
				if (good.judgement.score > bad.judgement.score) right += 1;
				else
					wrong.push(
						`${good.id} (${good.judgement.score}) under ${bad.id} (${bad.judgement.score})`
					);
			}
	return { right, wrong };
}

/** The good letters that score lowest and the bad ones that score highest. */
export function worstMistakes(letters: readonly Scored[], count: number): Scored[] {
	return letters.toSorted((one, other) => wrongness(other) - wrongness(one)).slice(0, count);
}

function wrongness({ label, judgement: { score } }: Scored): number {
	return label === 'good' ? 100 - score : score;
}

/** Pearson's correlation of score and words: near 0, since length is not quality. */
export function lengthCorrelation(letters: readonly Scored[]): number {
	const scores = deviations(letters.map(({ judgement }) => judgement.score));
	const words = deviations(letters.map((letter) => letter.words));
	const product = scores.reduce((sum, score, at) => sum + score * (words[at] ?? 0), 0);
	return product / (norm(scores) * norm(words) || 1);
}

function norm(values: number[]): number {
	return Math.sqrt(values.reduce((sum, each) => sum + each * each, 0));
}

function deviations(values: number[]): number[] {
	const mean = values.reduce((sum, each) => sum + each, 0) / (values.length || 1);
	return values.map((each) => each - mean);
}
