import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';
import type { BookTables } from '#lib/db/book-tables.ts';
import type { CompanyTables } from '#lib/db/company-tables.ts';
import type { NetworkTables } from '#lib/db/network-tables.ts';
import type { PersonTables } from '#lib/db/person-tables.ts';

/** The tables as Kysely sees them (camelCase here, snake_case in SQL); migrations/ is the truth. */
export interface Database extends BookTables, CompanyTables, NetworkTables, PersonTables {
	users: Users;
	sessions: Sessions;
	accounts: Accounts;
	verifications: Verifications;
	neverAgain: { hash: Buffer; createdAt: Date };
	communities: Communities;
	members: Members;
	writingHelps: WritingHelps;
	invitations: Invitations;
	contacts: Contacts;
	contactDetails: ContactDetails;
	positions: Positions;
	evidence: Evidence;
	contactEvents: ContactEvents;
	acquaintances: Acquaintances;
	requests: Requests;
	introductions: Introductions;
	history: History;
	releases: Releases;
	tokens: Tokens;
	mails: Mails;
	readings: Readings;
	readingLetters: ReadingLetters;
	readingRemarks: ReadingRemarks;
}

type Sharing = 'private' | 'blind' | 'visible';
type Goal = 'job' | 'client' | 'investor' | 'other';
type Json<T> = ColumnType<T, string, string>;
/** A calendar day, 'YYYY-MM-DD'. */
type Day = ColumnType<string | null, string | null | undefined, string | null>;
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

interface Users {
	id: string;
	name: string;
	email: string;
	emailVerified: Generated<boolean>;
	image: Optional<string>;
	locale: Optional<'fr' | 'en'>;
	createdAt: Generated<Date>;
	updatedAt: Generated<Date>;
}
interface Sessions {
	id: string;
	token: string;
	userId: string;
	expiresAt: Date;
	createdAt: Generated<Date>;
}
interface Accounts {
	id: string;
	accountId: string;
	providerId: string;
	userId: string;
	password: Optional<string>;
	createdAt: Generated<Date>;
}
interface Verifications {
	id: string;
	identifier: string;
	value: string;
	expiresAt: Date;
	createdAt: Generated<Date>;
}
interface Communities {
	id: Generated<string>;
	name: string;
	kind: 'server' | 'personal' | 'group' | 'demo';
	/** What it is for, in its owner's words. */
	description: Generated<string>;
	clockAheadMs: Generated<number>;
	createdAt: Generated<Date>;
}
interface Members {
	communityId: string;
	id: Generated<string>;
	userId: Optional<string>;
	name: string;
	email: string;
	role: 'owner' | 'administrator' | 'adviser' | 'member';
	/** Since when they are out of everybody's sight; erased thirty days later. */
	removedAt: Optional<Date>;
	locale: Generated<'fr' | 'en'>;
	headline: Generated<string>;
	notices: Generated<'mail' | 'digest' | 'off'>;
	digestedAt: Optional<Date>;
	/** What others may know of this member's contacts, where nothing else was chosen for one. */
	sharing: Generated<Sharing>;
	/** Requests a month accepted as a connector; 0: none for now, null: as many as come. */
	asksMonthly: ColumnType<number | null, number | null | undefined, number | null>;
	asksFor: Generated<Goal[]>;
	createdAt: Generated<Date>;
}
interface WritingHelps {
	communityId: string;
	memberId: string;
	address: string;
	model: string;
	createdAt: Generated<Date>;
	updatedAt: Generated<Date>;
}
interface Invitations {
	communityId: string;
	id: Generated<string>;
	email: string;
	role: 'administrator' | 'adviser' | 'member';
	invitedBy: Optional<string>;
	hash: Buffer;
	expiresAt: Date;
	acceptedAt: Optional<Date>;
	createdAt: Generated<Date>;
}
interface Contacts {
	communityId: string;
	id: Generated<string>;
	ownerId: string;
	givenName: Generated<string>;
	familyName: Generated<string>;
	fullName: string;
	company: Generated<string>;
	position: Generated<string>;
	howKnown: Generated<string>;
	metWhere: Generated<string>;
	metOn: Generated<string>;
	closeness: Optional<'close' | 'good' | 'distant' | 'forgotten'>;
	register: Optional<'tu' | 'vous'>;
	locale: Optional<'fr' | 'en'>;
	notes: Generated<string>;
	/** What holds; see people/sharing-level. */
	sharing: Generated<Sharing>;
	/** For what it was chosen. */
	sharingBy: Generated<'book' | 'import' | 'contact'>;
	/** What held before `sharingChange`, which can be undone. */
	sharingWas: Optional<Sharing>;
	sharingWasBy: Optional<'book' | 'import' | 'contact'>;
	sharingChange: Optional<string>;
	connectedOn: Day;
	/** As the file wrote it, where that differs; and what stood beside it ("MBA"). */
	nameAsWritten: Generated<string>;
	credentials: Generated<string>;
	/** The contact of the same person that shows instead of this one. */
	mergedInto: Optional<string>;
	searchText: Generated<string>;
	importId: Optional<string>;
	createdAt: Generated<Date>;
	updatedAt: Generated<Date>;
	deletedAt: Optional<Date>;
	/** What was shared before its owner was removed; given back if they are taken back. */
	sharingWithheld: Optional<'private' | 'blind' | 'visible'>;
}
interface ContactDetails {
	communityId: string;
	id: Generated<string>;
	contactId: string;
	kind: 'email' | 'phone' | 'profile' | 'link';
	value: string;
	normalised: string;
	label: Generated<string>;
	importId: Optional<string>;
	file: Generated<string>;
	line: Optional<number>;
	createdAt: Generated<Date>;
}
interface Positions {
	communityId: string;
	id: Generated<string>;
	contactId: string;
	company: string;
	title: Generated<string>;
	startedOn: Generated<string>;
	endedOn: Generated<string>;
	importId: Optional<string>;
	file: Generated<string>;
	line: Optional<number>;
}
interface Evidence {
	communityId: string;
	id: Generated<string>;
	contactId: string;
	fact: Json<unknown>;
	/** Worked out from exchanges and careers, and made anew with them. */
	derived: Generated<boolean>;
	importId: Optional<string>;
	file: Generated<string>;
	line: Optional<number>;
	createdAt: Generated<Date>;
}
interface ContactEvents {
	communityId: string;
	id: Generated<string>;
	contactId: string;
	kind: string;
	detail: ColumnType<unknown, string | undefined, string>;
	at: Date;
}
interface Acquaintances {
	communityId: string;
	id: Generated<string>;
	ownerId: string;
	connectorId: string;
	targetId: string;
	how: Generated<string>;
	createdAt: Generated<Date>;
}
interface Requests {
	communityId: string;
	id: Generated<string>;
	requesterId: string;
	connectorContactId: Optional<string>;
	connectorMemberId: Optional<string>;
	connectorName: Generated<string>;
	connectorEmail: Generated<string>;
	locale: Generated<'fr' | 'en'>;
	register: Generated<'tu' | 'vous'>;
	reason: Generated<string>;
	subject: Generated<string>;
	letter: Generated<string>;
	letterEdited: Generated<boolean>;
	channel: Optional<'mail' | 'hand'>;
	sentAt: Optional<Date>;
	goal: Generated<Goal>;
	/** Not sent yet: it waits for this day. */
	sendOn: Day;
	waitingSince: Optional<Date>;
	/** Why it did not leave on its day; empty: nothing held it. */
	held: Generated<string>;
	/** When its requester said they know that another connector is being asked. */
	severalConfirmedAt: Optional<Date>;
	thanksLetter: Optional<string>;
	thanksChannel: Optional<'mail' | 'hand'>;
	thankedAt: Optional<Date>;
	createdAt: Generated<Date>;
	updatedAt: Generated<Date>;
}
interface Introductions {
	communityId: string;
	id: Generated<string>;
	requestId: string;
	ordinal: number;
	targetContactId: Optional<string>;
	targetName: string;
	targetCompany: Generated<string>;
	targetPosition: Generated<string>;
	targetProfile: Generated<string>;
	acquaintance: Generated<string>;
	reason: Generated<string>;
	state: string;
	version: Generated<number>;
	since: Date;
	reminders: Generated<number>;
	remindedAt: Optional<Date>;
	snoozedUntil: Optional<Date>;
	muted: Generated<boolean>;
	postponedUntil: Day;
	linkedFrom: Optional<string>;
	suggestedName: Generated<string>;
	suggestedAbout: Generated<string>;
	refusalReason: Generated<string>;
	kindWord: Generated<string>;
	askLocale: Optional<'fr' | 'en'>;
	askRegister: Optional<'tu' | 'vous'>;
	askSubject: Generated<string>;
	askLetter: Generated<string>;
	askChannel: Optional<'mail' | 'hand'>;
	askEmail: Generated<string>;
	answerWord: Generated<string>;
	vouched: Generated<boolean>;
	neverAgain: Generated<boolean>;
	outcome: Optional<'in_contact' | 'met' | 'nothing' | 'led_to'>;
	outcomeNote: Generated<string>;
	createdAt: Generated<Date>;
}
interface History {
	communityId: string;
	introductionId: string;
	version: number;
	event: Json<unknown>;
	actor: 'requester' | 'connector' | 'target' | 'system';
	fromState: string;
	toState: string;
	at: Date;
}
interface Releases {
	communityId: string;
	introductionId: string;
	kind: 'email' | 'phone';
	value: string;
	releasedBy: 'target' | 'connector';
	releasedAt: Date;
}
interface Tokens {
	communityId: string;
	id: Generated<string>;
	hash: Buffer;
	purpose: 'connector' | 'target';
	requestId: Optional<string>;
	introductionId: Optional<string>;
	expiresAt: Date;
	revokedAt: Optional<Date>;
	createdAt: Generated<Date>;
}
interface Mails {
	communityId: string;
	id: Generated<string>;
	cause: string;
	kind: 'letter' | 'notice' | 'reminder' | 'digest' | 'account';
	toEmail: string;
	toName: Generated<string>;
	toMemberId: Optional<string>;
	fromName: Generated<string>;
	replyTo: Generated<string>;
	locale: Generated<'fr' | 'en'>;
	subject: string;
	body: string;
	messageId: string;
	inReplyTo: Generated<string>;
	unsubscribe: Generated<string>;
	unsubscribeByPost: Generated<boolean>;
	requestId: Optional<string>;
	introductionId: Optional<string>;
	state: Generated<'queued' | 'digest' | 'sending' | 'sent' | 'kept' | 'failed'>;
	attempts: Generated<number>;
	failure: Generated<string>;
	createdAt: Date;
	/** When it was last handed to a job or to the mail server. */
	triedAt: Optional<Date>;
	sentAt: Optional<Date>;
	/** When its links are dead: from then on it is neither sent nor kept. */
	expiresAt: Optional<Date>;
	/** The digest it was told in. */
	digestId: Optional<string>;
}

interface Readings {
	communityId: string;
	id: Generated<string>;
	requesterId: string;
	adviserId: string;
	state: 'asked' | 'given' | 'declined' | 'taken_back';
	askedAt: Date;
	/** When the adviser gave it back or declined. */
	answeredAt: Optional<Date>;
	/** When the requester had done with what came of it. */
	settledAt: Optional<Date>;
}
/** The letter as it was when it was given to be read. */
interface ReadingLetters {
	communityId: string;
	readingId: string;
	requestId: string;
	connectorName: string;
	locale: 'fr' | 'en';
	subject: string;
	letter: string;
	/** The requester's word to the adviser, and the adviser's when it is given back or declined. */
	word: Generated<string>;
	answerWord: Generated<string>;
}
interface ReadingRemarks {
	communityId: string;
	id: Generated<string>;
	readingId: string;
	/** Verbatim from the letter; empty: of the whole of it. */
	passage: Generated<string>;
	remark: Generated<string>;
	/** Proposed instead of the passage; empty: none. */
	wording: Generated<string>;
	settled: Optional<'taken' | 'done' | 'set_aside'>;
	createdAt: Date;
}

export type MailRow = Selectable<Mails>;
export type NewMail = Insertable<Mails>;
export type RequestRow = Selectable<Requests>;
export type IntroductionRow = Selectable<Introductions>;
export type MemberRow = Selectable<Members>;
export type ContactRow = Selectable<Contacts>;
export type ReadingRow = Selectable<Readings>;
