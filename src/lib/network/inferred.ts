import type { Fact } from '#lib/i18n/evidence-sentence.ts';

/** Whether a fact is a guess from the owner's own dates: likely, and to be said as such. */
export function isInferred(fact: Fact): boolean {
	return (fact.kind === 'same_company' && fact.at !== 'apart') || fact.kind === 'connected_while';
}
