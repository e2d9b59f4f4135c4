import type { CriterionName } from '#lib/coach/judgement.ts';
import type { Speech } from '#lib/coach/propose/sayings.ts';

/** Something only the writer can know, and which would raise a light. */
export type FactToAdd = 'bond' | 'noticed' | 'offer' | 'person' | 'reason' | 'link' | 'step';

/** Which fact the writer could add where nothing known helps. */
export function factToAdd(criterion: CriterionName, { kind, facts, lang }: Speech): FactToAdd {
	if (criterion === 'personal') return facts.bond[lang] ? 'noticed' : 'bond';
	if (criterion === 'adapted') return 'noticed';
	if (criterion === 'generous') return 'offer';
	const names = kind === 'request' || kind === 'ask';
	if (criterion === 'clear') return names && facts.others.length === 0 ? 'person' : 'reason';
	return kind === 'request' ? 'link' : 'step';
}
