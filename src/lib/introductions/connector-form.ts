import type { Summary } from '#lib/coach/summarise.ts';
import type { EmailRefusal } from '#lib/people/email.ts';
import type { PhoneRefusal } from '#lib/people/phone.ts';
import type { Refusal } from '#lib/introductions/refusals.ts';

/** What a connector may do about one target, or (reminders) about the whole request. */
export type ConnectorChoice = 'ask' | 'turn_down' | 'suggest' | 'vouch' | 'reminders';

/** Every field of a connector's forms, as typed: kept whole when something is refused. */
export interface ConnectorTyped {
	/** Which of his own contacts the target is, when several have the name. */
	who: string;
	locale: 'fr' | 'en';
	register: 'tu' | 'vous';
	faint: boolean;
	subject: string;
	letter: string;
	/** The letter as last proposed: tells whether it was changed since. */
	proposed: string;
	channel: 'mail' | 'hand' | '';
	email: string;
	phone: string;
	refusalReason: string;
	kindWord: string;
	name: string;
	about: string;
	/** He has the target's own word. */
	sure: boolean;
}

export type ConnectorError =
	| 'subject_missing'
	| 'letter_missing'
	| 'channel_missing'
	| 'email_missing'
	| 'name_missing'
	| 'no_channel'
	| 'not_sure'
	| 'too_long'
	| Exclude<EmailRefusal, 'empty'>
	| Exclude<PhoneRefusal, 'empty'>;
export type ConnectorErrors = Partial<Record<keyof ConnectorTyped, ConnectorError>>;

/** Exactly what will be sent, to be read before it leaves. */
export interface AskPreview {
	/** The name in the From line; empty when it goes by the connector's own hand. */
	from: string;
	to: string;
	/** Where answers by mail will arrive; empty when that is not known. */
	replyTo: string;
	subject: string;
	/** The letter with what is added below it. */
	text: string;
	/** E.164, or empty. */
	phone: string;
	/** What the coach makes of the letter. */
	summary: Summary;
}

/** What a form comes back with: everything typed, and what to say about it. */
export interface ConnectorForm {
	introductionId: string;
	choice: ConnectorChoice;
	step: 'write' | 'preview';
	typed: ConnectorTyped;
	errors: ConnectorErrors;
	refused: Refusal | 'busy' | null;
	preview: AskPreview | null;
}
