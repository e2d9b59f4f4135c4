import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import type { TieKind } from '#lib/network/tie-kind.ts';
import type { TieStrength } from '#lib/network/tie-strength.ts';

/** A contact of the member's own, as paths need it. */
export interface OwnTie {
	contactId: string;
	name: string;
	company: string;
	position: string;
	strength: TieStrength;
	facts: readonly Fact[];
}

/** A member as every member knows them. */
export interface NamedMember {
	name: string;
	headline: string;
}

/** What may be told of those who stand on some paths. */
export interface PathKnowledge {
	/** The member's own ties to whom they know. */
	own: ReadonlyMap<Somebody, OwnTie>;
	/** Members by id. */
	members: ReadonlyMap<string, NamedMember>;
	/** Others' ties, as nameOfTie calls them. */
	kinds: ReadonlyMap<string, TieKind>;
	/** How one contact knows another in the member's own words, by both their ids. */
	hows: ReadonlyMap<string, string>;
}

/** A member, and somebody who stands in their book. */
export interface TieEnds {
	ownerId: string;
	known: Somebody;
}

/** What a foreign tie is called among `kinds`. */
export const nameOfTie = ({ ownerId, known }: TieEnds): string => `${ownerId} ${known}`;
