import type { Somebody } from '#lib/network/known-books.ts';

/** Who searches, in which community, for paths to whom. */
export interface PathQuestion {
	communityId: string;
	memberId: string;
	/** 1,000 at most; the member, and whoever is not known there, are passed over. */
	targets: readonly Somebody[];
	/** How many paths at most, 1 to 1,000. */
	k: number;
	maxTies: 1 | 2 | 3;
	/** Who is not to be asked this time. */
	spared?: readonly Somebody[];
}

/** A path as members are told of it. */
export interface FoundPath {
	/** The member who searches, connectors, the target: each as `member <id>` where they are one. */
	people: Somebody[];
	/** The target by the name it had in the question, which may be a person's though they are a member. */
	target: Somebody;
	/** How strong each link is; that between fellows is `fellowStrength`. */
	ties: number[];
	/** Above 0, at most 1: the product of the ties. */
	strength: number;
	/** That the connector knows the next one is known from the member's own notes, and to them alone. */
	noted: boolean;
	/** Of the first link nothing is known but that both are members. */
	fellow: boolean;
}

/** Paths to be shown first, spread over connectors, and those to be folded away. */
export interface FoundPaths {
	first: FoundPath[];
	more: FoundPath[];
}

/** Somebody within reach. */
export interface Reached {
	id: Somebody;
	/** Of the best path. */
	strength: number;
	/** Its connector; null where the member knows them. */
	through: Somebody | null;
}

/**
 * Finds paths in the books of a community as they are at the moment of asking. Who is no member, or
 * was removed, finds none.
 */
export interface PathFinder {
	/** Spread paths to whoever of the targets can be reached best. */
	paths(question: PathQuestion): Promise<FoundPaths>;
	/** The best path to each target that can be reached, best first, at most k of them. */
	bestOfEach(question: PathQuestion): Promise<FoundPath[]>;
	/** Everybody whom one connector at most separates from the member, best first. */
	reach(of: { communityId: string; memberId: string }): Promise<Reached[]>;
	/** Answers no more questions. */
	stop(): Promise<void>;
}
