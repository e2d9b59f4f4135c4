/** What becomes of a pair: joined by itself, its owner is asked, or nothing. */
export type MatchZone = 'joined' | 'asked' | 'apart';

/** From which probability a pair is joined, and from which it is asked about. */
export interface Thresholds {
	joined: number;
	asked: number;
}

/**
 * One pair of a hundred joined wrongly would be too many. A group is joined on average over its pairs,
 * so that of those at the threshold most are much surer.
 */
export const usualThresholds: Thresholds = { joined: 0.6, asked: 0.2 };

/** The zone of a probability, 0 to 1. */
export function zoneOf(probability: number, { joined, asked }: Thresholds): MatchZone {
	return probability >= joined ? 'joined' : probability >= asked ? 'asked' : 'apart';
}
