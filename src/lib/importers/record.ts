import type { ByteChunks } from '#lib/importers/decode.ts';

/** What one row of a file tells; every format yields these and nothing else. */
export type ImportRecord =
	| ContactRecord
	| MessageRecord
	| MeetingRecord
	| InvitationRecord
	| EndorsementRecord
	| RecommendationRecord
	| PositionRecord
	| EducationRecord
	| ProfileRecord
	| OwnEmailRecord;

interface Told {
	/** Where the row begins in its file, counted from 1 as a text editor does. */
	line: number;
	/** Values that were there and made no sense, so that a report can say so. */
	unread: UnreadValue[];
}

/** One person of the member's book. */
export interface ContactRecord extends Told {
	kind: 'contact';
	givenName: string;
	familyName: string;
	/** Never empty: a row without a name is refused, unless an address names its person. */
	fullName: string;
	/** The name as the file writes it, where that is not the full name. */
	nameAsWritten?: string;
	/** What stood beside the name: degrees, titles, "MBA". */
	credentials?: string;
	/** Normalised; see people/email. */
	emails: string[];
	/** As written: the country of a national number is the member's, which a file does not know. */
	phones: string[];
	/** Normalised; see people/profile-address. */
	profile?: string;
	/** Other addresses on the web. */
	links: string[];
	company?: string;
	position?: string;
	/** A career, where the format tells more than the present position. */
	positions?: Career[];
	/** Day of the LinkedIn connection, YYYY-MM-DD. */
	connectedOn?: string;
}

/** `startedOn` and `endedOn` as YYYY, YYYY-MM or YYYY-MM-DD; without an end it goes on. */
export interface Career {
	company: string;
	title?: string;
	startedOn?: string;
	endedOn?: string;
}

/** Somebody whom a record is about without being theirs: something of this is always there. */
export interface Somebody {
	/** Empty where the file gives an address alone. */
	fullName: string;
	/** Normalised; see people/email. */
	email?: string;
	/** Normalised; see people/profile-address. */
	profile?: string;
}

/** A message that was exchanged: who, when, which way. Never what it says. */
export interface MessageRecord extends Told {
	kind: 'message';
	via: 'linkedin' | 'email';
	from?: Somebody;
	to: Somebody[];
	/** ISO 8601 in UTC, to the second. */
	sentAt?: string;
	/** The same for the messages of one conversation. */
	thread: string;
	/** The same for this message in whatever file, where the format gives it such a name. */
	key?: string;
	/** From or to the member, where the file itself says so. */
	direction?: 'theirs' | 'mine';
}

/** One time that people met; a recurring meeting is several. */
export interface MeetingRecord extends Told {
	kind: 'meeting';
	/** ISO 8601 in UTC, or a day for a whole day. */
	startsAt: string;
	/** Organiser and guests who did not decline, the member among them where the file knows. */
	people: Somebody[];
	/** How many were there, as far as the file tells; of more than fifty not all are named. */
	size: number;
	/** The same for this one time in whatever file. */
	key?: string;
}

export interface InvitationRecord extends Told {
	kind: 'invitation';
	direction: 'theirs' | 'mine';
	from: Somebody;
	to: Somebody;
	/** YYYY-MM-DD. */
	on?: string;
	/** Whether words came with it; they are not kept. */
	note: boolean;
}

export interface EndorsementRecord extends Told {
	kind: 'endorsement';
	/** `theirs`: the other endorsed the member. */
	direction: 'theirs' | 'mine';
	person: Somebody;
	skill: string;
	on?: string;
}

export interface RecommendationRecord extends Told {
	kind: 'recommendation';
	direction: 'theirs' | 'mine';
	person: Somebody;
	company?: string;
	position?: string;
	on?: string;
}

/** Where the member worked. */
export interface PositionRecord extends Told, Career {
	kind: 'position';
}

/** Where the member studied. */
export interface EducationRecord extends Told {
	kind: 'education';
	school: string;
	degree?: string;
	startedOn?: string;
	endedOn?: string;
}

/** Who the member is, in the file's words. */
export interface ProfileRecord extends Told {
	kind: 'profile';
	givenName: string;
	familyName: string;
	maidenName?: string;
	headline?: string;
}

/** An e-mail address of the member's own. */
export interface OwnEmailRecord extends Told {
	kind: 'own_email';
	email: string;
}

export interface UnreadValue {
	field:
		| 'email'
		| 'phone'
		| 'profile'
		| 'link'
		| 'connectedOn'
		| 'startedOn'
		| 'endedOn'
		| 'on'
		| 'sentAt';
	value: string;
}

/**
 * Why a row is no record. `wrong_columns`: more or fewer cells than the header (often a comma that
 * should be in quotes); `stray_quote`: a quotation mark without its counterpart; `incomplete`: the
 * file ends in the middle; `unreadable`: nothing of its kind can be made of it. The last six are
 * left out on purpose: nobody is in them whom the member knows.
 */
export type RefusalReason =
	| 'nameless'
	| 'wrong_columns'
	| 'stray_quote'
	| 'too_long'
	| 'repeated_header'
	| 'no_header'
	| 'incomplete'
	| 'unreadable'
	| 'undated'
	| 'nobody_named'
	| 'mailing_list'
	| 'no_reply'
	| 'draft'
	| 'unwanted'
	| 'cancelled'
	| 'to_come';

export interface RefusedRow {
	kind: 'refused';
	line: number;
	reason: RefusalReason;
	/** The beginning of the row, for its owner to find it again; empty where it is a message's. */
	excerpt: string;
}

/**
 * Every row of a file is one of these, and no two of a file have the same line, but for the times
 * of one recurring meeting.
 */
export type ImportRow = ({ kind: 'record'; record: ImportRecord } | RefusedRow) & {
	/** Name of the file inside an archive. */
	file?: string;
};

/** Text in pieces of any length, cut anywhere. */
export type TextChunks = AsyncIterable<string> | Iterable<string>;

/** One kind of text file. Reading never throws on what the text holds. */
export interface ImportFormat {
	format: FormatName;
	/** Whether a file that begins with this text is of this format. */
	recognise(head: string): boolean;
	/** The file's own name is of use only where the text cannot tell what it is. */
	rows(chunks: TextChunks, fileName?: string): AsyncGenerator<ImportRow>;
}

/** One kind of file that is read as bytes: gigabytes of which little is text. */
export interface ByteFormat {
	format: FormatName;
	/** Whether a file that begins with this text is of this format. */
	recognise(head: string): boolean;
	rowsOfBytes(bytes: ByteChunks): AsyncGenerator<ImportRow>;
}

export type FormatName =
	| 'linkedin-archive'
	| 'linkedin-connections'
	| 'linkedin-messages'
	| 'linkedin-invitations'
	| 'linkedin-positions'
	| 'linkedin-education'
	| 'linkedin-profile'
	| 'linkedin-email-addresses'
	| 'linkedin-contacts'
	| 'linkedin-endorsements'
	| 'linkedin-recommendations'
	| 'google-contacts'
	| 'outlook-contacts'
	| 'csv-contacts'
	| 'vcard'
	| 'mbox'
	| 'email'
	| 'calendar';
