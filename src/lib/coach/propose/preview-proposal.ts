import { judge } from '#lib/coach/judge.ts';
import type { CriterionName } from '#lib/coach/judgement.ts';
import { type FactToAdd, factToAdd } from '#lib/coach/propose/fact-to-add.ts';
import {
	applyProposal,
	proposeSentence,
	type Written
} from '#lib/coach/propose/propose-sentence.ts';

/** A proposal as it is shown before it is taken, or the fact that is missing. */
export type ProposalPreview =
	| {
			/** The letter with the proposal taken. */
			letter: string;
			/** What would go; '' where something is only added. */
			old: string;
			words: string;
			/** The coach's score of the letter, 0..100. */
			before: number;
			after: number;
			/** Whether the light would be met. */
			lit: boolean;
	  }
	| { missing: FactToAdd };

/** What pressing "propose" shows for one light. */
export function previewProposal(criterion: CriterionName, written: Written): ProposalPreview {
	const proposal = proposeSentence(criterion, written);
	if (!proposal) return { missing: factToAdd(criterion, written) };
	const { text, lang, kind, judged = {} } = written;
	const letter = applyProposal(text, proposal);
	const [before, after] = [text, letter].map((one) => judge(one, { lang, kind, facts: judged }));
	return {
		letter,
		old: text.slice(proposal.start, proposal.end),
		words: proposal.sentence.trim().replace(/^\.\s+/, ''),
		before: before?.score ?? 0,
		after: after?.score ?? 0,
		lit: after?.criteria[criterion].met === true
	};
}
