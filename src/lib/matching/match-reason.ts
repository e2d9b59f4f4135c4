import type { Comparison } from '#lib/matching/compare-records.ts';
import { type LevelName, levelNames } from '#lib/matching/level.ts';
import { fieldCount, type MatchField, matchFields } from '#lib/matching/match-field.ts';
import type { Scorer } from '#lib/matching/score.ts';

/** One thing that speaks for or against two records being one person. */
export interface MatchReason {
	field: MatchField;
	level: Exclude<LevelName, 'missing'>;
	/** In bits; above 0 for one person. 3.3 bits make ten times the odds. */
	weight: number;
}

/** All that a comparison says, the strongest first; nothing of what is unknown. */
export function reasonsOf(comparison: Comparison, at: number, scorer: Scorer): MatchReason[] {
	const reasons: MatchReason[] = [];
	for (const [place, field] of matchFields.entries()) {
		const level = levelNames[comparison.levels[at * fieldCount + place] ?? 0] ?? 'missing';
		if (level === 'missing' || (field === 'order' && level === 'exact')) continue;
		const weight = Math.round(100 * scorer.weightOf(comparison, at, place)) / 100;
		reasons.push({ field, level, weight });
	}
	return reasons.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
}
