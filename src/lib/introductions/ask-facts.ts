import { type Fact, sayFact } from '#lib/i18n/evidence-sentence.ts';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { isFaint } from '#lib/introductions/faint.ts';
import type { AskFacts } from '#lib/introductions/letters/ask-letter.ts';
import type {
	ConnectorIntroduction,
	ConnectorView
} from '#lib/introductions/connector-view.server.ts';
import { isInferred } from '#lib/network/inferred.ts';
import { strongestFact } from '#lib/network/strongest-fact.ts';

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
	const sayable = own?.facts.filter(maySay) ?? [];
	const strongest = strongestFact(sayable, { certain: true });
	if (!strongest) return readsAsTheirs(acquaintance) ? acquaintance : '';
	const { fact, reason } = strongest;
	// With nothing more than that between two people, nothing more is said.
	if (reason === 'invited' || reason === 'connected') return sayFact(fact, locale, 'other');
	const others = sayable.filter((one) => one.kind !== fact.kind && !isInferred(one));
	return sayTie([fact, ...others], locale, { reader: 'other', most: 2 });
}

/** What was declared is for the connector alone; a room full of people, or praise, reminds nobody. */
function maySay(fact: Fact): boolean {
	if (fact.kind === 'meeting') return !fact.crowd;
	if (fact.kind === 'same_company') return false;
	return !['none', 'declared', 'endorsement'].includes(fact.kind);
}

/** What the requester noted of two others ("they are connected") would sound odd in the letter of one. */
function readsAsTheirs(note: string): boolean {
	return !/[.!?]$|(?<!\p{L})(?:ils?|elles?|leur|they|them|he|she|connected|relation)(?!\p{L})/iu.test(
		note
	);
}
