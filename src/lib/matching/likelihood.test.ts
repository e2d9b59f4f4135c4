import { expect, it } from 'vitest';
import { likelihoodOf, toldOdds } from '#lib/matching/likelihood.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';
import { toldReasons } from '#lib/matching/person-reasons.ts';

const name: MatchReason = { field: 'familyName', level: 'exact', weight: 9 };

it('says likely, possible and unsure', () => {
	expect([4, 0, -3].map(likelihoodOf)).toEqual(['likely', 'possible', 'unsure']);
});

it('what is not told does not change how sure it looks', () => {
	const untold: MatchReason[] = [
		{ field: 'email', level: 'different', weight: -3 },
		{ field: 'phone', level: 'close', weight: 4 },
		{ field: 'birthDate', level: 'different', weight: -5 }
	];
	for (const one of untold) {
		const reasons = [name, one];
		const told = toldReasons(reasons, true);
		expect(toldOdds(1 + one.weight, reasons, told)).toBe(1);
	}
});
