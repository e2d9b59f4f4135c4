/** What a member lets others see of a contact. */
interface Shows {
	id: string;
	name: string;
	company: string;
	position: string;
	ownerId: string;
	ownerName: string;
}

/** Somebody whom other members make visible, each with what they show. */
export interface KnownPerson {
	/** Of the contact whose words these are. */
	id: string;
	name: string;
	company: string;
	position: string;
	/** By the names of those who know this person; a member may have several contacts who are. */
	knownBy: Shows[];
	/** The reader's own contact who is this person, shared or not. */
	ownId: string | null;
}

/** The members who know a person, each once, by name. */
export function knowing({ knownBy }: Pick<KnownPerson, 'knownBy'>): { id: string; name: string }[] {
	const members = new Map(knownBy.map(({ ownerId, ownerName }) => [ownerId, ownerName]));
	return [...members].map(([id, name]) => ({ id, name }));
}
