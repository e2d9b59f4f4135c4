/** What becomes of a pair: joined by itself, its owner is asked, or nothing. */
export type MatchZone = 'joined' | 'asked' | 'apart';

/** From which probability a pair is joined, and from which it is asked about. */
export interface Thresholds {
	joined: number;
	asked: number;
}

/** Two records of a hundred joined wrongly would be too many; most pairs asked about are worth it. */
export const usualThresholds: Thresholds = { joined: 0.9, asked: 0.2 };

/** The zone of a probability, 0 to 1. */
export function zoneOf(probability: number, { joined, asked }: Thresholds): MatchZone {
	return probability >= joined ? 'joined' : probability >= asked ? 'asked' : 'apart';
}
