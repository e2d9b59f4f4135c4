import type { CriterionName } from '#lib/coach/judgement.ts';
import { sayings, type Speech } from '#lib/coach/propose/sayings.ts';

/**
 * Where a sentence belongs: in place of the greeting, after it, before the closing; or instead of a
 * sentence that asks for too much, or of one that presses.
 */
export type Place = 'greeting' | 'opening' | 'end' | 'instead-of-asking' | 'instead-of-pressing';

/** Something that may be said for a light. */
export interface Candidate {
	place: Place;
	words: string;
}

type Saying = keyof typeof sayings;
type Way = [place: Place, ...sayings: Saying[]];

// What mends a fault comes first, then the shortest: what lights the lamp with few words is preferred.
const ways: Record<CriterionName, readonly Way[]> = {
	personal: [
		['greeting', 'greeting'],
		['opening', 'bond'],
		['opening', 'accepted'],
		['opening', 'lastExchange'],
		['opening', 'bond', 'lastExchange'],
		['opening', 'bond', 'faint'],
		['opening', 'lastExchange', 'faint'],
		['opening', 'faint']
	],
	adapted: [
		['instead-of-pressing', 'goodMoment'],
		['instead-of-pressing', 'goodMoment', 'time'],
		['opening', 'news'],
		['opening', 'faint'],
		['end', 'view'],
		['end', 'goodMoment'],
		['end', 'view', 'goodMoment'],
		['end', 'goodMoment', 'time'],
		['end', 'view', 'goodMoment', 'time']
	],
	generous: [
		['instead-of-pressing', 'wayOut'],
		['instead-of-pressing', 'wayOut', 'loop'],
		['instead-of-asking', 'ask', 'wayOut'],
		['instead-of-asking', 'ask', 'wayOut', 'loop'],
		['end', 'wayOut'],
		['end', 'wayOut', 'loop'],
		['end', 'small', 'wayOut'],
		['end', 'small', 'wayOut', 'loop'],
		['end', 'wayOut', 'loop', 'thanks']
	],
	clear: [
		['instead-of-asking', 'ask'],
		['instead-of-asking', 'ask', 'reason'],
		['instead-of-asking', 'ask', 'why'],
		['end', 'ask'],
		['opening', 'reason'],
		['opening', 'why'],
		['opening', 'newsIsWhy'],
		['opening', 'whoAmI'],
		['end', 'ask', 'reason'],
		['end', 'ask', 'why'],
		['opening', 'whoAmI', 'reason'],
		['opening', 'whoAmI', 'why'],
		['opening', 'whoAmI', 'newsIsWhy'],
		['end', 'ask', 'why', 'small'],
		['end', 'whoAmI', 'why', 'ask']
	],
	feasible: [
		['instead-of-asking', 'link', 'askThem'],
		['instead-of-asking', 'ask', 'wayOut'],
		['instead-of-asking', 'ask', 'small'],
		['instead-of-asking', 'ask', 'small', 'wayOut'],
		['instead-of-pressing', 'small'],
		['instead-of-pressing', 'small', 'wayOut'],
		['end', 'small'],
		['opening', 'link'],
		['opening', 'accepted'],
		['opening', 'bond'],
		['end', 'small', 'wayOut'],
		['end', 'link', 'small'],
		['end', 'link', 'small', 'wayOut']
	]
};

/** What may be said for a light from the facts known, in order of preference; nothing where a fact is missing. */
export function candidatesFor(criterion: CriterionName, speech: Speech): Candidate[] {
	return ways[criterion].flatMap(([place, ...names]) => {
		const said = names.map((name) => sayings[name](speech));
		return said.every(Boolean) ? [{ place, words: said.join(' ') }] : [];
	});
}
