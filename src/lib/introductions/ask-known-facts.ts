import { type KnownFacts, nothingKnown } from '#lib/coach/propose/known-facts.ts';
import { speaks } from '#lib/coach/propose/speaks.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { askFacts } from '#lib/introductions/ask-facts.ts';
import { withChosen } from '#lib/introductions/ask-proposal.ts';
import type {
	ConnectorIntroduction,
	ConnectorView
} from '#lib/introductions/connector-view.server.ts';
import { knownFromTie } from '#lib/introductions/known-from-tie.ts';
import { firstName } from '#lib/introductions/letters/voice.ts';

/**
 * What the coach may say in a proposal for the opt-in letter: what the connector's page shows him and,
 * for a connector with an account, his own book. What is proposed says how the two know each other as
 * the letter itself would.
 */
export function askKnownFacts(
	view: ConnectorView,
	introduction: ConnectorIntroduction,
	who: string,
	now: Date
): KnownFacts {
	const chosen = withChosen(introduction, who);
	const [own] = chosen.recalled;
	const bond = (locale: Locale) => {
		const { known } = askFacts(view, chosen, { locale }, now);
		return speaks(known, locale) ? known : '';
	};
	return {
		...nothingKnown,
		...(own && knownFromTie(own.facts, own.closeness)),
		bond: { fr: bond('fr'), en: bond('en') },
		reader: firstName(introduction.target.name),
		readerCompany: introduction.target.company,
		writer: view.connector.name,
		others: [{ name: view.requester.name, company: view.requester.headline }],
		reason: introduction.reason || view.reason
	};
}
