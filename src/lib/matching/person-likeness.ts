import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { contradicts, profilesDiffer } from '#lib/matching/contradiction.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import type { Thresholds } from '#lib/matching/match-zone.ts';
import { type MatchTable, matchTable } from '#lib/matching/match-table.ts';
import { keptReasons } from '#lib/matching/person-reasons.ts';
import { type Population, scorerAmong } from '#lib/matching/population.ts';
import { oddsOfProbability, type Scorer } from '#lib/matching/score.ts';
import { tellPair } from '#lib/matching/scored-pair.ts';

/** Across books surer than within one: two members see what is joined wrongly, and neither made it. */
export const acrossBooks: Thresholds = { joined: 0.95, asked: 0.2 };
/** Odds in bits from which two contacts link, and from which their owners are asked. */
export const linkOdds = oddsOfProbability(acrossBooks.joined);
const askOdds = oddsOfProbability(acrossBooks.asked);

/** Two contacts, by their ids, the lesser first. */
export interface IdPair {
	oneId: string;
	otherId: string;
}

/** Two that may be one person. */
export interface PersonLikeness extends IdPair {
	/** In bits. */
	odds: number;
	reasons: MatchReason[];
}

/** Records that are weighed among a population. */
export interface Weighing {
	table: MatchTable;
	scorer: Scorer;
	/** The place of each id. */
	places: ReadonlyMap<string, number>;
}

/** Makes records ready to be weighed, in the order of their ids. */
export function weighing(records: Iterable<MatchRecord>, population: Population): Weighing {
	const inOrder = [...records].toSorted((one, other) => (one.id < other.id ? -1 : 1));
	const table = matchTable(inOrder);
	const places = new Map(inOrder.map(({ id }, place) => [id, place]));
	return { table, scorer: scorerAmong(population, table), places };
}

/** Two ids as a pair. */
export function idPair(one: string, other: string): IdPair {
	return one < other ? { oneId: one, otherId: other } : { oneId: other, otherId: one };
}

/** The same for the same pair. */
export function pairKey({ oneId, otherId }: IdPair): string {
	return `${oneId} ${otherId}`;
}

/** Every contact of some pairs, once. */
export function endsOf(pairs: Iterable<IdPair>): string[] {
	const ends = new Set<string>();
	for (const { oneId, otherId } of pairs) ends.add(oneId).add(otherId);
	return [...ends];
}

/**
 * Those of these pairs that may be one person, or that `keep` says are to be kept whatever they say;
 * never two whose profiles differ.
 */
export function likelyAmong(
	{ table, scorer, places }: Weighing,
	pairs: Iterable<IdPair>,
	keep: (pair: IdPair) => boolean
): PersonLikeness[] {
	const room = roomFor(1);
	const likely: PersonLikeness[] = [];
	for (const { oneId, otherId } of pairs) {
		const [a, b] = [places.get(oneId), places.get(otherId)];
		if (a === undefined || b === undefined) continue;
		const kept = keep({ oneId, otherId });
		if (!kept && profilesDiffer(table.columns.profile, a, b)) continue;
		compareRecords(table, a, b, room, 0);
		const odds = scorer.oddsOf(room, 0);
		if (!kept && (odds < askOdds || contradicts(room, 0))) continue;
		const { reasons } = tellPair(table, { a, b, odds }, scorer);
		likely.push({ oneId, otherId, odds, reasons: keptReasons(reasons) });
	}
	return likely;
}
