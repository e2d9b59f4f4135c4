import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { contradicts } from '#lib/matching/contradiction.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { namesAgree, type NameParts } from '#lib/matching/names-agree.ts';
import { acrossBooks, weighing } from '#lib/matching/person-likeness.ts';
import type { Population } from '#lib/matching/population.ts';
import { readValues } from '#lib/matching/read-values.ts';
import { oddsOfProbability } from '#lib/matching/score.ts';

/**
 * Who types a name asks about one person, not about any two contacts of a community: so much surer,
 * in bits, is it that one of the same name is meant. Nothing is joined by it.
 */
const meant = 7;
const leastOdds = oddsOfProbability(acrossBooks.asked) - meant;

/**
 * Which of these records somebody may mean who typed this one, the likeliest first: those whose names
 * agree with a whole name, and of which nothing else says too much against it. Two words are read in
 * either order.
 */
export function likeliest(
	typed: MatchRecord,
	known: readonly MatchRecord[],
	population: Population
): string[] {
	const name = nameOf(typed);
	if (name.given === '' || name.family === '') return [];
	const alike = known.filter((one) => namesAgree(name, nameOf(one)));
	const turned = { ...typed, givenName: name.family, familyName: name.given };
	const odds = new Map<string, number>();
	for (const reading of [typed, turned])
		for (const [id, bits] of oddsWith({ ...reading, id: '' }, alike, population))
			odds.set(id, Math.max(bits, odds.get(id) ?? -Infinity));
	return [...odds]
		.filter(([, bits]) => bits >= leastOdds)
		.toSorted(([one, bits], [other, more]) => more - bits || (one < other ? -1 : 1))
		.map(([id]) => id);
}

/** What is said for each of these being the typed one, in bits; none where it cannot be. */
function oddsWith(
	typed: MatchRecord,
	known: readonly MatchRecord[],
	population: Population
): [string, number][] {
	const { table, scorer, places } = weighing([typed, ...known], population);
	const self = places.get(typed.id) ?? 0;
	const room = roomFor(1);
	return known.flatMap(({ id }): [string, number][] => {
		const place = places.get(id) ?? 0;
		compareRecords(table, Math.min(self, place), Math.max(self, place), room, 0);
		return contradicts(room, 0) ? [] : [[id, scorer.oddsOf(room, 0)]];
	});
}

function nameOf(record: MatchRecord): NameParts {
	const { givenName, familyName } = readValues(record);
	return { given: givenName[0] ?? '', family: familyName[0] ?? '' };
}
