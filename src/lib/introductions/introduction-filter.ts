import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import { searchText } from '#lib/people/search-text.ts';

export type StateGroup = 'waiting' | 'answered' | 'over';

/** What of one's introductions is shown; empty means everything. */
export interface IntroductionFilter {
	as: IntroductionLine['as'] | '';
	state: StateGroup | '';
	query: string;
}

const groups: Record<StateGroup, readonly IntroductionLine['state'][]> = {
	waiting: ['draft', 'requested', 'asked', 'postponed', 'unanswered'],
	answered: ['agreed', 'introduced', 'met', 'redirected'],
	over: ['closed', 'thanked', 'not_possible', 'declined', 'turned_down', 'withdrawn']
};
const longestQuery = 100;

/** Reads the filter from an address; what makes no sense there filters nothing. */
export function readFilter(params: URLSearchParams): IntroductionFilter {
	const [as, state] = [params.get('as'), params.get('state')];
	return {
		as: as === 'requester' || as === 'connector' ? as : '',
		state: state === 'waiting' || state === 'answered' || state === 'over' ? state : '',
		query: (params.get('q') ?? '').trim().slice(0, longestQuery)
	};
}

/** The address of a filter. */
export function filterHref({ as, state, query }: IntroductionFilter): string {
	const given = Object.entries({ as, state, q: query }).filter(([, value]) => value !== '');
	return given.length > 0 ? `/introductions?${new URLSearchParams(given)}` : '/introductions';
}

/** Which of the three a line belongs to; who cannot be asked for is over. */
export function stateGroup({ state, barred }: IntroductionLine): StateGroup {
	if (barred || groups.over.includes(state)) return 'over';
	return groups.answered.includes(state) ? 'answered' : 'waiting';
}

/** The lines that a filter lets through, in their order. */
export function filterLines(
	lines: readonly IntroductionLine[],
	{ as, state, query }: IntroductionFilter
): IntroductionLine[] {
	const words = searchText([query]).split(' ').filter(Boolean);
	return lines.filter((line) => {
		if ((as && line.as !== as) || (state && stateGroup(line) !== state)) return false;
		const text =
			words.length > 0 ? searchText([line.other, line.target.name, line.target.company]) : '';
		return words.every((word) => text.includes(word));
	});
}
