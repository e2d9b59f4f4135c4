import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { isFaint } from '#lib/introductions/faint.ts';
import type { AskFacts } from '#lib/introductions/letters/ask-letter.ts';
import type {
	ConnectorIntroduction,
	ConnectorView
} from '#lib/introductions/connector-view.server.ts';

type Choices = Partial<AskFacts['voice']> & { faint?: boolean };

/**
 * What the opt-in letter to one target is made from: the connector's own evidence if he has any,
 * else what the requester noted. His choices of language, register and faintness come first.
 */
export function askFacts(
	view: Pick<ConnectorView, 'requester' | 'connector' | 'reason' | 'locale'>,
	introduction: Pick<ConnectorIntroduction, 'target' | 'reason' | 'acquaintance' | 'recalled'>,
	choices: Choices,
	now: Date
): AskFacts {
	const [own] = introduction.recalled;
	const locale = choices.locale ?? own?.locale ?? view.locale;
	const { target } = introduction;
	return {
		voice: { locale, register: choices.register ?? own?.register ?? 'vous' },
		connector: { name: view.connector.name, about: '' },
		target: { name: target.name, about: target.company },
		requester: { name: view.requester.name, about: view.requester.headline },
		reason: introduction.reason || view.reason,
		known: knownFrom(introduction, locale),
		faint: choices.faint ?? (own ? isFaint(own.facts, now) : introduction.acquaintance === '')
	};
}

function knownFrom(
	{ recalled: [own], acquaintance }: Pick<ConnectorIntroduction, 'recalled' | 'acquaintance'>,
	locale: 'fr' | 'en'
): string {
	const real = own?.facts.filter((fact) => fact.kind !== 'none' && fact.kind !== 'declared') ?? [];
	if (real.length > 0) return sayTie(real, locale, { reader: 'other', most: 2 });
	return readsAsTheirs(acquaintance) ? acquaintance : '';
}

/** What the requester noted of two others ("they are connected") would sound odd in the letter of one. */
function readsAsTheirs(note: string): boolean {
	return !/[.!?]$|(?<!\p{L})(?:ils?|elles?|leur|they|them|he|she|connected|relation)(?!\p{L})/iu.test(
		note
	);
}
