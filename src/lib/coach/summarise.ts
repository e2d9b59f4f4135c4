import { type CriterionName, criterionNames, type Judgement } from '#lib/coach/judgement.ts';

/** What is said of a letter before it leaves. */
export interface Summary {
	met: CriterionName[];
	/** The one or two things that would help most, the most needed first. */
	helps: { name: CriterionName; advice: string }[];
	notices: string[];
}

const mostHelps = 2;

/** Which lights are on, what would help most, what else was seen; the same advice is given once. */
export function summarise({ criteria, notices }: Judgement): Summary {
	const helps = criterionNames
		.filter((name) => criteria[name].met !== true)
		.toSorted((one, other) => criteria[one].score - criteria[other].score)
		.map((name) => ({ name, advice: criteria[name].advice }));
	const given = helps.map(({ advice }) => advice);
	return {
		met: criterionNames.filter((name) => criteria[name].met === true),
		helps: helps.filter(({ advice }, at) => given.indexOf(advice) === at).slice(0, mostHelps),
		notices: [...new Set(notices.map(({ advice }) => advice))]
	};
}
