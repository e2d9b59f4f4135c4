import { expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';
import { criterionNames, kinds } from '#lib/coach/judgement.ts';
import { nothingKnown } from '#lib/coach/propose/known-facts.ts';
import { previewProposal } from '#lib/coach/propose/preview-proposal.ts';
import type { Written } from '#lib/coach/propose/propose-sentence.ts';

const text = 'Hello Dean,\n\nI need an answer by tonight about my plan.\n\nThanks,\nKathy';

function written(change: Partial<Written> = {}): Written {
	const judgement = judge(text, { lang: 'en', kind: 'request' });
	const given = {
		text,
		lang: 'en',
		register: 'vous',
		kind: 'request',
		facts: nothingKnown
	} as const;
	return { ...given, judgement, ...change };
}

it('shows what goes, what comes, and what the coach makes of it', () => {
	const shown = previewProposal('generous', written());
	expect(shown).toMatchObject({ old: 'I need an answer by tonight about my plan.', lit: true });
	if ('missing' in shown) throw new Error(shown.missing);
	expect(shown.words).toMatch(/^If you would rather not/);
	expect(shown.after).toBeGreaterThan(shown.before);
	expect(shown.letter).toContain(shown.words);
});

it('names a fact that the writer could add where none is known, for each light of each letter', () => {
	expect(previewProposal('personal', written())).toEqual({ missing: 'bond' });
	expect(previewProposal('clear', written())).toEqual({ missing: 'person' });
	for (const kind of kinds)
		for (const criterion of criterionNames) {
			const shown = previewProposal(criterion, written({ kind }));
			expect('missing' in shown || shown.after >= shown.before).toBe(true);
		}
});
