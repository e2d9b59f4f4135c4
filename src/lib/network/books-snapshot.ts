import { z } from 'zod';
import { idsInBooks, renumbered } from '#lib/network/compact-books.ts';
import { type HeldBook, type KnownBooks, noBooks } from '#lib/network/known-books.ts';

/** Whose books these are, and what had been seen when they were read. */
export interface BooksOf {
	communityId: string;
	seen: { epoch: string; snapshot: string };
}

// Read with the other byte order it is another number.
const mark = 0x45_4e_42_32;
const idLength = 36;

const headShape = z.object({
	communityId: z.string(),
	seen: z.object({ epoch: z.string(), snapshot: z.string() }),
	ids: z.int(),
	books: z.array(
		z.object({
			ownerId: z.string(),
			known: z.int(),
			members: z.array(z.tuple([z.int(), z.string()])),
			noted: z.array(z.object({ connector: z.int(), target: z.int(), strength: z.number() }))
		})
	)
});
type Head = z.infer<typeof headShape>;

/**
 * The bytes of a community's books, in pieces to be written one after the other: ids and strengths,
 * nothing else of anybody. Every id must be a UUID.
 */
export function booksSnapshot(of: BooksOf, held: KnownBooks): Uint8Array[] {
	const { ids, numbers } = idsInBooks(held);
	const books = [...held.books];
	const head: Head = {
		...of,
		ids: ids.length,
		books: books.map(([ownerId, { known, members, noted }]) => ({
			ownerId,
			known: known.length,
			members: [...members],
			noted: [...noted]
		}))
	};
	const text = aligned(new TextEncoder().encode(JSON.stringify(head)));
	return [
		bytesOf(Int32Array.of(mark, text.length)),
		text,
		new TextEncoder().encode(ids.join('')),
		...books.map(([, { known }]) => bytesOf(renumbered(known, numbers))),
		...books.map(([, { strength }]) => bytesOf(strength)),
		...books.map(([, { shared }]) => shared)
	];
}

/** The books of a snapshot; null where it is none. Whoever calls makes sure that the bytes are whole. */
export function booksFromSnapshot(bytes: ArrayBuffer): { of: BooksOf; held: KnownBooks } | null {
	if (bytes.byteLength < 8) return null;
	const [marked, length = 0] = new Int32Array(bytes, 0, 2);
	if (marked !== mark) return null;
	const head = headOf(new Uint8Array(bytes, 8, length));
	if (!head) return null;
	const { ids, books, ...of } = head;
	const held = noBooks();
	const atBooks = 8 + length + idLength * ids;
	const names = new TextDecoder('latin1').decode(new Uint8Array(bytes, 8 + length, idLength * ids));
	for (let number = 0; number < ids; number += 1) {
		const id = names.slice(idLength * number, idLength * (number + 1));
		held.ids.push(id);
		held.numbers.set(id, number);
	}
	held.order = Int32Array.from(held.ids.keys());
	const all = books.reduce((sum, { known }) => sum + known, 0);
	let from = 0;
	for (const book of books) {
		held.books.set(book.ownerId, bookAt(bytes, { atBooks, all, from }, book));
		from += book.known;
	}
	return { of, held };
}

function headOf(text: Uint8Array): Head | null {
	const parsed = headShape.safeParse(JSON.parse(new TextDecoder().decode(text)));
	return parsed.success ? parsed.data : null;
}

function bookAt(
	bytes: ArrayBuffer,
	{ atBooks, all, from }: { atBooks: number; all: number; from: number },
	{ known, members, noted }: Head['books'][number]
): HeldBook {
	return {
		known: new Int32Array(bytes, atBooks + 4 * from, known),
		strength: new Float32Array(bytes, atBooks + 4 * (all + from), known),
		shared: new Uint8Array(bytes, atBooks + 8 * all + from, known),
		members: new Map(members),
		noted
	};
}

/** Numbers of four bytes stand at places of four. */
function aligned(text: Uint8Array): Uint8Array {
	const padded = new Uint8Array(4 * Math.ceil(text.length / 4)).fill(0x20);
	padded.set(text);
	return padded;
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}
