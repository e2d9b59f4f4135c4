import type { Likelihood } from '#lib/matching/likelihood.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';

/** One's own contact. */
export interface OwnSide {
	id: string;
	fullName: string;
	company: string;
	position: string;
}

/** Another member's contact, as far as it is visible. */
export interface OtherSide extends OwnSide {
	ownerId: string;
	ownerName: string;
}

/** A contact of one's own beside another member's visible one. */
export interface PersonPair {
	mine: OwnSide;
	theirs: OtherSide;
	/** As far as one may know them, the strongest first; none where they are known through a third only. */
	reasons: MatchReason[];
}

/** Two contacts of which a member is asked. */
export interface PersonQuestion extends PersonPair {
	/** By what may be told. */
	likelihood: Likelihood;
}

/** Two contacts that are one person. */
export interface PersonJoin extends PersonPair {
	/** What this member said of the two; null where nothing. */
	decision: 'same' | 'apart' | null;
	/** Whether the other member said that they are one. */
	saidByOther: boolean;
	joinedAt: Date;
}

/** What a member decided of two contacts. */
export interface PersonDecision extends PersonPair {
	decision: 'same' | 'apart';
	decidedAt: Date;
}
