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

/** What a member types of somebody. */
export interface TypedPerson {
	name: string;
	company: string;
	/** Compared with the member's own contacts alone. */
	email?: string | undefined;
	/** Contacts of which the member said that it is none of these. */
	apart: readonly string[];
}

/** Somebody of whom a member is asked whether they mean them. */
export interface AskedPerson extends Pick<
	KnownPerson,
	'id' | 'name' | 'company' | 'position' | 'ownId'
> {
	/** The names of the members who know this person. */
	knownTo: string[];
}

/** What of a person is sent with the question. */
export function askedPerson(person: KnownPerson): AskedPerson {
	const { id, name, company, position, ownId } = person;
	return { id, name, company, position, ownId, knownTo: knowing(person).map((one) => one.name) };
}
