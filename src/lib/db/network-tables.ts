import type { Generated } from 'kysely';

/** What the paths of a community are kept in step by, as Kysely sees it; migrations/ is the truth. */
export interface NetworkTables {
	networkChanges: NetworkChanges;
	networkEpochs: NetworkEpochs;
}

/** One row an owner and transaction. */
interface NetworkChanges {
	communityId: string;
	/** The transaction: a number that counts on for as long as the database lives, as text. */
	tx: Generated<string>;
	/** Whose book it was; they may be gone. */
	ownerId: string;
	/** It was the member who changed: came, went, has another address. */
	ofMember: boolean;
	changedAt: Generated<Date>;
}
interface NetworkEpochs {
	communityId: string;
	/** A restore begins another, in which transactions are numbered anew. */
	epoch: Generated<string>;
	/** Changes of this transaction and of those before may be there no more. */
	forgotten: Generated<string>;
}
