import type { ToldField } from '#lib/people/contact-event.ts';
import { detailKey, type ToldPerson } from '#lib/importers/told-person.ts';

/** A contact as an import must know it, to recognise its person and to respect its owner's hand. */
export interface KnownContact {
	id: string;
	givenName: string;
	familyName: string;
	fullName: string;
	company: string;
	position: string;
	connectedOn: string | null;
	/** See detailKey. */
	details: Set<string>;
	/** Marks of the rows that told of this contact before; see mark. */
	marks: Set<string>;
	/** What the owner wrote, or emptied, by hand. */
	byHand: ReadonlySet<ToldField>;
	/** Details the owner took away; see detailKey. */
	removed: ReadonlySet<string>;
	/** Whether an earlier row of this same import told of them. */
	told: boolean;
	/** Null for one that this import has just created. */
	updatedAt: Date | null;
}

/** The keys of a contact's profiles. */
export function profilesOf({ details }: KnownContact): string[] {
	return [...details].filter((key) => key.startsWith('profile '));
}

/** A told person with the mark of their row: the same for the same row, in any import. */
export type Marked = ToldPerson & { mark: string };

/** The contacts that the rows at hand may be about, found by whatever identifies them. */
export class KnownContacts {
	readonly #byKey = new Map<string, Set<KnownContact>>();

	constructor(contacts: Iterable<KnownContact> = []) {
		for (const contact of contacts) this.add(contact);
	}

	add(contact: KnownContact): void {
		const { details, marks, fullName } = contact;
		for (const key of [...details, ...[...marks].map(markKey), nameKey(fullName)])
			this.#at(key).add(contact);
	}

	/** Everyone who shares a mark, a profile, an e-mail address or the exact name, oldest first. */
	candidates(person: Marked): Set<KnownContact> {
		const identifying = person.details.filter(({ kind }) => kind === 'profile' || kind === 'email');
		const keys = [markKey(person.mark), ...identifying.map(detailKey), nameKey(person.fullName)];
		return new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
	}

	#at(key: string): Set<KnownContact> {
		const found = this.#byKey.get(key) ?? new Set();
		this.#byKey.set(key, found);
		return found;
	}
}

function markKey(mark: string): string {
	return `mark ${mark}`;
}

function nameKey(fullName: string): string {
	return `name ${fullName}`;
}
