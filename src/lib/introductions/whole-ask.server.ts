import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { AskPreview } from '#lib/introductions/connector-form.ts';
import type {
	ConnectorIntroduction,
	ConnectorView
} from '#lib/introductions/connector-view.server.ts';
import { askFooter } from '#lib/introductions/deliveries.ts';
import { fillLinks, placeholderOf } from '#lib/introductions/links.server.ts';
import type { ReadDeed } from '#lib/introductions/read-connector-form.ts';
import { senderName } from '#lib/mail/message.ts';

/** What the server must know to write out a private link. */
export interface LinkMaker {
	db: Kysely<Database>;
	secret: string;
	publicUrl: string;
}

/** What the target will read, to the letter: the words, then what is added below them. */
export async function wholeAsk(
	maker: LinkMaker,
	communityId: string,
	introductionId: string,
	letter: string,
	locale: 'fr' | 'en'
): Promise<string> {
	const subject = { purpose: 'target', introductionId } as const;
	const link = (await placeholderOf(maker.db, communityId, subject)) ?? '';
	return `${letter.trim()}\n\n—\n${fillLinks(maker, communityId, askFooter(link, locale))}`;
}

/** An ask as it will leave: from whom, to whom, the whole text. */
export async function previewAsk(
	maker: LinkMaker,
	view: ConnectorView,
	introduction: ConnectorIntroduction,
	{ deed: { words = {} }, phone }: ReadDeed & { ok: true }
): Promise<Omit<AskPreview, 'summary'>> {
	const { askEmail: email = '', askLetter: letter = '', askSubject: subject = '' } = words;
	const locale = words.askLocale ?? view.locale;
	const byMail = words.askChannel === 'mail';
	const { name } = introduction.target;
	return {
		from: byMail ? senderName(view.connector.name) : '',
		to: email ? `${name} <${email}>` : name,
		replyTo: view.connector.email,
		subject,
		text: await wholeAsk(maker, view.communityId, introduction.id, letter, locale),
		phone
	};
}
