import type { Rule } from '#lib/coach/rules/weigh.ts';

/** Gives or leaves free, without pressure; keeps the ask small and what it promises real. */
export const generous: Rule = {
	name: 'generous',
	start: 0.24,
	gains: [
		{ points: 0.3, signals: ['wayOut'], advice: 'leave-a-way-out' },
		{ points: 0.25, signals: ['offers', 'loop'], advice: 'offer-something' },
		{ points: 0.2, signals: ['bounded', 'makesEasy', 'lightAsk'], advice: 'keep-it-small' },
		{ points: 0.15, signals: ['convenient', 'mindful'] },
		{ points: 0.15, signals: ['forwardable'], kinds: ['request'] },
		{ points: 0.2, signals: ['permission'], kinds: ['ask'], advice: 'let-them-choose' },
		{ points: 0.25, signals: ['noAsk', 'news'], kinds: ['revival'] },

		{ points: 0.08, signals: ['courtesy'] }
	],
	losses: [
		{ points: 0.35, signals: ['imposed'], kinds: ['request', 'ask'], advice: 'let-them-choose' },
		{ points: 0.1, signals: ['papers'] },
		{ points: 0.35, signals: ['pressure', 'noWayOut'], advice: 'no-pressure' },
		{ points: 0.25, signals: ['begs', 'vagueTarget'], advice: 'ask-for-less' },
		{ points: 0.2, signals: ['demandsHelp'], advice: 'ask-do-not-order' },
		{ points: 0.2, signals: ['flattery'], advice: 'less-praise' },
		{ points: 0.2, signals: ['promises'], advice: 'promise-less' },
		{ points: 0.15, signals: ['pitch', 'cliches', 'bareInvite'], advice: 'leave-the-pitch' },
		{ points: 0.15, signals: ['hasty', 'aimless'], advice: 'ask-do-not-order' },
		{ points: 0.15, signals: ['manyAsks'], advice: 'one-ask' }
	]
};
