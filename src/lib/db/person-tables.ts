import type { ColumnType, Generated } from 'kysely';

type Json = ColumnType<unknown, string | null | undefined, string | null>;

/** Who is one person across the books of a community, as Kysely sees it; migrations/ is the truth. */
export interface PersonTables {
	personContacts: PersonContacts;
	matchKeys: { communityId: string; shared: boolean; key: number; contactId: string };
	/** Keys that too many shared contacts have. */
	commonKeys: { communityId: string; key: number };
	personPairs: PersonPairs;
	personDecisions: PersonDecisions;
	matchModels: MatchModels;
}

interface PersonContacts {
	communityId: string;
	contactId: string;
	ownerId: string;
	/** Blind or visible. A private one hangs on a person for its owner's eyes alone. */
	shared: boolean;
	/** Every shared contact has one; a private one where it hangs on somebody. */
	personId: string | null;
	/** Of what it was when it was matched last; empty where it is to be matched anew. */
	print: Generated<Buffer>;
	joinedAt: Date;
}
/** `oneId` < `otherId`, of two books. */
interface PersonPairs {
	communityId: string;
	oneId: string;
	otherId: string;
	oneOwnerId: string;
	otherOwnerId: string;
	/** Whether both contacts are. */
	shared: boolean;
	/** In bits. */
	odds: number;
	/** See matching/person-reasons. */
	reasons: Json;
	/** What the two owners say, taken together. */
	decision: 'same' | 'apart' | null;
	zone: 'joined' | 'asked' | 'apart';
	foundAt: Date;
}
interface PersonDecisions {
	communityId: string;
	/** The deciding member's own contact. */
	contactId: string;
	otherId: string;
	memberId: string;
	decision: 'same' | 'apart';
	decidedAt: Date;
}
interface MatchModels {
	communityId: string;
	/** See matching/population. */
	learnt: Json;
	/** How many shared contacts there were. */
	records: Generated<number>;
	learntAt: Date | null;
}
