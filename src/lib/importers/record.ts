/** One person as a file tells of them; every format yields this. */
export interface ImportRecord {
	/** Where the row begins in the file, counted from 1 as a text editor does. */
	line: number;
	givenName: string;
	familyName: string;
	/** Never empty: a row without a name is refused. */
	fullName: string;
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
	positions?: ImportPosition[];
	/** Day of the LinkedIn connection, YYYY-MM-DD. */
	connectedOn?: string;
	/** Values that were there and made no sense, so that a report can say so. */
	unread: UnreadValue[];
}

/** `startedOn` and `endedOn` as YYYY, YYYY-MM or YYYY-MM-DD. */
export interface ImportPosition {
	company: string;
	title?: string;
	startedOn?: string;
	endedOn?: string;
}

export interface UnreadValue {
	field: 'email' | 'profile' | 'connectedOn';
	value: string;
}

/**
 * Why a row is no record. `wrong_columns`: more or fewer cells than the header (often a comma that
 * should be in quotes); `stray_quote`: a quotation mark without its counterpart.
 */
export type RefusalReason =
	'nameless' | 'wrong_columns' | 'stray_quote' | 'too_long' | 'repeated_header' | 'no_header';

export interface RefusedRow {
	kind: 'refused';
	line: number;
	reason: RefusalReason;
	/** The beginning of the row, for its owner to find it again. */
	excerpt: string;
}

/** Every row of a file is one of these, and no two have the same line. */
export type ImportRow = { kind: 'record'; record: ImportRecord } | RefusedRow;

/** Text in pieces of any length, cut anywhere. */
export type TextChunks = AsyncIterable<string> | Iterable<string>;

/** One kind of file. Reading never throws on what the text holds. */
export interface ImportFormat {
	format: FormatName;
	/** Whether a file that begins with this text is of this format. */
	recognise(head: string): boolean;
	rows(chunks: TextChunks): AsyncGenerator<ImportRow>;
}

export type FormatName = 'linkedin-connections';
