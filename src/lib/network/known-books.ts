/** Somebody as paths name them: `member <id>`, else the id of a person, or of a contact who is nobody's person yet. */
export type Somebody = string;

/** One contact of a book, as far as paths need it. */
export interface KnownSomebody {
	/** The person, or the contact where it is nobody's person yet. */
	id: string;
	/** The member whom this contact is, by an e-mail address. */
	memberId: string | null;
	/** Above 0, at most 1. */
	strength: number;
	/** The owner lets the community know of it. */
	shared: boolean;
}

/** What one member's book tells of who knows whom. */
export interface KnownBook {
	known: readonly KnownSomebody[];
	/** Which of them know which others, as places in `known`. */
	noted: readonly { connector: number; target: number; strength: number }[];
}

/** The books of a community, held so that one can be replaced without reading the others again. */
export interface KnownBooks {
	/** Every id that was met, in the order of meeting. */
	readonly ids: string[];
	readonly numbers: Map<string, number>;
	readonly books: Map<string, HeldBook>;
	/** Places in `ids`, of those that were sorted so far, in the order of the ids. */
	order: Int32Array;
}

/** A book in short. */
export interface HeldBook {
	/** Places in `ids`. */
	known: Int32Array;
	strength: Float32Array;
	shared: Uint8Array;
	/** Of those who are members: by their place in `known`. */
	members: Map<number, string>;
	noted: KnownBook['noted'];
}

/** No books. */
export function noBooks(): KnownBooks {
	return { ids: [], numbers: new Map(), books: new Map(), order: new Int32Array(0) };
}

/** Holds a member's book in place of what was held of it; nothing where there is none any more. */
export function holdBook(held: KnownBooks, ownerId: string, book: KnownBook | null): void {
	if (!book) {
		held.books.delete(ownerId);
		return;
	}
	const { known, noted } = book;
	held.books.set(ownerId, {
		known: Int32Array.from(known, ({ id }) => numberOf(held, id)),
		strength: Float32Array.from(known, ({ strength }) => strength),
		shared: Uint8Array.from(known, ({ shared }) => Number(shared)),
		members: new Map(known.flatMap(({ memberId }, at) => (memberId ? [[at, memberId]] : []))),
		noted
	});
}

function numberOf({ ids, numbers }: KnownBooks, id: string): number {
	const known = numbers.get(id);
	if (known !== undefined) return known;
	numbers.set(id, ids.length);
	return ids.push(id) - 1;
}
