import { judge } from '#lib/coach/judge.ts';
import { summarise, type Summary } from '#lib/coach/summarise.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { askCoachFacts } from '#lib/introductions/ask-coach-facts.ts';
import type { ConnectorTyped } from '#lib/introductions/connector-form.ts';
import type { ConnectorIntroduction } from '#lib/introductions/connector-view.server.ts';

/** What the coach makes of an ask before it leaves, with its advice in the connector's language. */
export function summariseAsk(
	introduction: ConnectorIntroduction,
	{ letter, locale: lang, who }: Pick<ConnectorTyped, 'letter' | 'locale' | 'who'>,
	locale: Locale
): Summary {
	const facts = askCoachFacts(introduction, who);
	return summarise(judge(letter, { kind: 'ask', lang, adviceIn: locale, facts }));
}
