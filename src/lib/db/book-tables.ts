import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string | undefined, string>;
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** A calendar day, 'YYYY-MM-DD'. */
type Day = ColumnType<string | null, string | null | undefined, string | null>;

/** What members bring and what follows from it, as Kysely sees it; migrations/ is the truth. */
export interface BookTables {
	imports: Imports;
	importRefusals: ImportRefusals;
	importMarks: ImportMarks;
	importPieces: { communityId: string; importId: string; ordinal: number; content: Buffer };
	correspondents: Correspondents;
	exchanges: Exchanges;
	retoldExchanges: RetoldExchanges;
	careers: Careers;
	ownNames: OwnNames;
	silences: Silences;
	strengths: Strengths;
	merges: Merges;
	likenesses: Likenesses;
}

interface Imports {
	communityId: string;
	id: Generated<string>;
	memberId: string;
	fileName: string;
	format: Optional<string>;
	state: ImportState;
	failure: Optional<string>;
	bytes: Generated<number>;
	bytesRead: Generated<number>;
	/** Records by kind, and `person` for contacts made of correspondence. */
	kinds: Json<unknown>;
	/** What is to be known of the file beside its rows; see importers/file-refusal. */
	notes: Json<unknown>;
	/** Rows in the file, where it was surveyed before it was read. */
	rowsExpected: Optional<number>;
	/** Which column of a table says what, as the member chose. */
	mapping: ColumnType<unknown, string | null | undefined, string | null>;
	created: Generated<number>;
	updated: Generated<number>;
	unchanged: Generated<number>;
	refused: Generated<number>;
	createdAt: Generated<Date>;
	finishedAt: Optional<Date>;
	undoneAt: Optional<Date>;
	/** When the file was last changed where it came from, as its browser says. */
	stamp: Generated<string>;
	/** When the last piece of the file came. */
	lastPieceAt: Optional<Date>;
	/** What others may know of the contacts it creates; null: as the member's book. */
	sharing: Optional<'private' | 'blind' | 'visible'>;
}
/** `mapping`: waits for the member to say what its columns are. */
export type ImportState =
	| 'uploading'
	| 'mapping'
	| 'waiting'
	| 'running'
	| 'done'
	| 'failed'
	| 'cancelled'
	| 'undoing'
	| 'undone';
interface ImportRefusals {
	communityId: string;
	importId: string;
	/** In the order of reading, from 0. */
	ordinal: number;
	/** Inside an archive. */
	file: Generated<string>;
	line: number;
	reason: string;
	excerpt: Generated<string>;
}
interface ImportMarks {
	communityId: string;
	contactId: string;
	mark: Buffer;
	importId: string;
	file: Generated<string>;
	line: number;
}
/** Everybody a member exchanged anything with; `key` as `email …`, `profile …` or `name …`. */
interface Correspondents {
	communityId: string;
	id: Generated<string>;
	ownerId: string;
	key: string;
	fullName: Generated<string>;
	email: Generated<string>;
	profile: Generated<string>;
	contactId: Optional<string>;
}
/** One dated thing between a member and somebody. Never what was said. */
interface Exchanges {
	communityId: string;
	correspondentId: string;
	/** A hash: the same for the same thing in any file. */
	key: Buffer;
	kind: 'linkedin_message' | 'email' | 'meeting' | 'invitation' | 'endorsement' | 'recommendation';
	direction: Optional<'theirs' | 'mine'>;
	happenedOn: Day;
	/** How many took part, the member among them. */
	size: Generated<number>;
	/** An invitation that came with words. */
	note: Generated<boolean>;
	/** The skill endorsed, or the company of a recommendation. */
	about: Generated<string>;
	importId: string;
	file: Generated<string>;
	line: number;
}
/** Another import than the first that told of an exchange, and where. */
interface RetoldExchanges {
	communityId: string;
	correspondentId: string;
	key: Buffer;
	importId: string;
	file: Generated<string>;
	line: number;
}
/** Where a member worked or studied; dates as YYYY, YYYY-MM or YYYY-MM-DD, empty where unknown. */
interface Careers {
	communityId: string;
	id: Generated<string>;
	memberId: string;
	kind: 'work' | 'study';
	place: string;
	title: Generated<string>;
	startedOn: Generated<string>;
	endedOn: Generated<string>;
	importId: Optional<string>;
	file: Generated<string>;
	line: Optional<number>;
}
/** The addresses and names by which files call the member. */
interface OwnNames {
	communityId: string;
	memberId: string;
	kind: 'email' | 'profile' | 'name';
	value: string;
	importId: Optional<string>;
}
/** Of each tie with real evidence; see network/retell.server. */
interface Silences {
	communityId: string;
	contactId: string;
	ownerId: string;
	/** The last day the two had to do with one another, YYYY-MM-DD; see network/dormancy. */
	since: string;
	closeness: number;
}
interface Strengths {
	communityId: string;
	contactId: string;
	ownerId: string;
	/** Worked out when the tie was last told, above 0 and below 1. */
	told: Optional<number>;
	/** The owner's own word. */
	said: Optional<'sure' | 'likely' | 'possible' | 'faint'>;
	saidAt: Optional<Date>;
}
interface Merges {
	communityId: string;
	id: Generated<string>;
	ownerId: string;
	keptId: string;
	mergedId: string;
	decidedBy: 'certain' | 'member';
	probability: Generated<number>;
	reasons: Json<unknown>;
	/** What it moved and changed, to be given back; see people/merge.server. */
	before: Json<unknown>;
	mergedAt: Date;
	undoneAt: Optional<Date>;
}
/** Two contacts of one book that may be one person; `oneId` < `otherId`. */
interface Likenesses {
	communityId: string;
	ownerId: string;
	oneId: string;
	otherId: string;
	state: Generated<'asked' | 'apart'>;
	probability: number;
	reasons: Json<unknown>;
	foundAt: Date;
	decidedAt: Optional<Date>;
}
