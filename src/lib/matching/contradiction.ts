import type { Column } from '#lib/matching/column.ts';
import type { Comparison } from '#lib/matching/compare-records.ts';
import { level } from '#lib/matching/level.ts';
import { fieldAt, fieldCount } from '#lib/matching/match-field.ts';

const { birthDate, nationalId, profile, givenName, familyName } = fieldAt;

/**
 * Whether two records cannot be one person, whoever else is like both: they have two LinkedIn
 * profiles; or birth dates and national ids are both without any likeness, and not both names agree.
 * One of these facts alone only weighs against: in real files, one birth date in twenty is wrong.
 */
export function contradicts({ levels }: Comparison, at: number): boolean {
	const start = at * fieldCount;
	if (levels[start + profile] === level.different) return true;
	if (levels[start + birthDate] !== level.different) return false;
	if (levels[start + nationalId] !== level.different) return false;
	const given = levels[start + givenName] ?? level.missing;
	const family = levels[start + familyName] ?? level.missing;
	return given < level.close || family < level.close;
}

/** The surest of these alone, seen without comparing anything else: both have profiles, and none in common. */
export function profilesDiffer({ from, ids }: Column, a: number, b: number): boolean {
	const firstA = from[a] ?? 0;
	const lastA = from[a + 1] ?? 0;
	const firstB = from[b] ?? 0;
	const lastB = from[b + 1] ?? 0;
	if (firstA === lastA || firstB === lastB) return false;
	for (let i = firstA; i < lastA; i += 1)
		for (let j = firstB; j < lastB; j += 1) if (ids[i] === ids[j]) return false;
	return true;
}
