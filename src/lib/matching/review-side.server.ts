import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf } from '#lib/people/book.ts';
import { readContact } from '#lib/people/contact-read.server.ts';

/** Where a contact was told of. */
export interface Source {
	/** Name of the imported file, and the file inside where it is an archive. */
	fileName: string;
	file: string;
	line: number;
}

/** A contact as it is compared with another. */
export interface ReviewSide {
	id: string;
	fullName: string;
	company: string;
	position: string;
	howKnown: string;
	connectedOn: string | null;
	details: { kind: 'email' | 'phone' | 'profile' | 'link'; value: string; normalised: string }[];
	/** None where it was written by hand. */
	sources: Source[];
	createdAt: Date;
	/** Nobody else is told of it. */
	isPrivate: boolean;
}

/** One of this member's contacts, to be laid beside another; null when it is not theirs. */
export async function readSide(
	db: Kysely<Database>,
	actor: Actor,
	id: string
): Promise<ReviewSide | null> {
	const contact = await readContact(db, actor, id);
	const book = bookOf(actor, 'read_contact');
	if (!contact || !book) return null;
	const sources = await db
		.selectFrom('importMarks')
		.innerJoin('imports', (join) =>
			join
				.onRef('imports.communityId', '=', 'importMarks.communityId')
				.onRef('imports.id', '=', 'importMarks.importId')
		)
		.select(['imports.fileName', 'importMarks.file', 'importMarks.line'])
		.where('importMarks.communityId', '=', book.communityId)
		.where('importMarks.contactId', '=', id)
		.orderBy('imports.createdAt', 'desc')
		.orderBy('importMarks.line')
		.limit(3)
		.execute();
	const { fullName, company, position, howKnown, connectedOn, createdAt, details } = contact;
	return {
		id,
		fullName,
		company,
		position,
		howKnown,
		connectedOn,
		createdAt,
		isPrivate: contact.sharing === 'private',
		details: details.map(({ kind, value, normalised }) => ({ kind, value, normalised })),
		sources
	};
}
