import { askFacts } from '#lib/introductions/ask-facts.ts';
import type { ConnectorTyped } from '#lib/introductions/connector-form.ts';
import type {
	ConnectorIntroduction,
	ConnectorView
} from '#lib/introductions/connector-view.server.ts';
import { askLetter } from '#lib/introductions/letters/ask-letter.ts';
import type { LetterText } from '#lib/introductions/letters/voice.ts';

/** One target with the contact the connector says it is; of several namesakes none is assumed. */
export function withChosen(introduction: ConnectorIntroduction, who: string) {
	const { recalled } = introduction;
	const chosen = recalled.length > 1 ? recalled.filter((one) => one.contactId === who) : recalled;
	return { ...introduction, recalled: chosen };
}

type Choices = Pick<ConnectorTyped, 'who' | 'locale' | 'register' | 'faint'>;

/** The letter proposed for these choices. */
export function proposeAsk(
	view: ConnectorView,
	introduction: ConnectorIntroduction,
	{ who, ...choices }: Choices,
	now: Date
): LetterText {
	return askLetter(askFacts(view, withChosen(introduction, who), choices, now));
}

/** The forms about one target as they stand before anything was typed. */
export function blankTyped(
	view: ConnectorView,
	introduction: ConnectorIntroduction,
	now: Date
): ConnectorTyped {
	const known = withChosen(introduction, '');
	const { ask } = introduction;
	const { voice, faint } = askFacts(view, known, ask.locale ? { locale: ask.locale } : {}, now);
	const letter = proposeAsk(view, introduction, { who: '', ...voice, faint }, now);
	const [own] = known.recalled;
	const email = ask.email || (own?.emails[0] ?? '');
	return {
		...voice,
		who: '',
		faint,
		email,
		phone: own?.phones[0] ?? '',
		// What he wrote the first time is his to reuse.
		subject: ask.subject || letter.subject,
		letter: ask.letter || letter.text,
		proposed: letter.text,
		channel: ask.channel ?? (email ? 'mail' : ''),
		refusalReason: '',
		kindWord: '',
		name: '',
		about: '',
		sure: false
	};
}
