import type { CriterionName, Kind, Span } from '#lib/coach/judgement.ts';
import type { ReadLetter } from '#lib/coach/language/read-letter.ts';
import { adapted } from '#lib/coach/rules/adapted.ts';
import { clear } from '#lib/coach/rules/clear.ts';
import { feasible } from '#lib/coach/rules/feasible.ts';
import { generous } from '#lib/coach/rules/generous.ts';
import { personal } from '#lib/coach/rules/personal.ts';
import type { Rule } from '#lib/coach/rules/weigh.ts';
import { gatherEvidence, type Signal } from '#lib/coach/signals/evidence.ts';

const rules: Record<CriterionName, Rule> = { personal, adapted, generous, clear, feasible };

/** Something that speaks against a letter, and where. */
export interface Fault {
	signal: Signal;
	span: Span;
}

/** What speaks against a letter by one of the five, in the order of the text. */
export function faultsOf(criterion: CriterionName, letter: ReadLetter, kind: Kind): Fault[] {
	const evidence = gatherEvidence(letter);
	return rules[criterion].losses
		.filter(({ kinds }) => !kinds || kinds.includes(kind))
		.flatMap(({ signals }) => signals)
		.flatMap((signal) => (evidence.get(signal) ?? []).map((span) => ({ signal, span })))
		.toSorted((one, other) => one.span[0] - other.span[0]);
}
