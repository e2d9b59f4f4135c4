import type { Rule } from '#lib/coach/rules/weigh.ts';

/** Who, what, why: said once, in a letter that is read in a minute. */
export const clear: Rule = {
	name: 'clear',
	start: 0.12,
	gains: [
		{
			points: 0.28,
			signals: ['ask'],
			kinds: ['request', 'ask', 'first-message'],
			advice: 'ask-plainly'
		},
		{
			points: 0.2,
			signals: ['ask', 'news', 'asksAfter', 'bounded', 'noAsk'],
			kinds: ['revival'],
			advice: 'say-why-you-write'
		},
		{ points: 0.2, signals: ['why'], advice: 'say-why' },
		{
			points: 0.2,
			signals: ['someoneNamed'],
			kinds: ['request', 'ask'],
			advice: 'name-the-person'
		},
		{
			points: 0.2,
			signals: ['whoAmI', 'someoneNamed'],
			kinds: ['first-message', 'revival'],
			advice: 'say-who-you-are'
		},
		{ points: 0.14, signals: ['fit', 'viewAsked', 'notice', 'aboutReader'] },
		{ points: 0.12, signals: ['bounded', 'forwardable', 'loop'], advice: 'keep-it-small' },
		{ points: 0.05, signals: ['whoAmI'] }
	],
	losses: [
		{ points: 0.3, signals: ['vagueTarget'], advice: 'name-the-person' },
		{ points: 0.25, signals: ['begs', 'pitch', 'cliches', 'bareInvite'], advice: 'ask-plainly' },
		{ points: 0.15, signals: ['papers', 'demandsHelp', 'hasty'] },
		{ points: 0.15, signals: ['imposed'], kinds: ['request', 'ask'] },
		{ points: 0.1, signals: ['flattery', 'promises', 'pressure'] },
		{
			points: 0.25,
			signals: ['aimless'],
			kinds: ['request', 'ask', 'first-message'],
			advice: 'say-why'
		},
		{ points: 0.2, signals: ['overLong'], advice: 'shorter' },
		{ points: 0.15, signals: ['manyAsks'], advice: 'one-ask' },
		{ points: 0.15, signals: ['tooShort'], advice: 'say-why' },
		{ points: 0.2, signals: ['capitals', 'crowd'] }
	]
};
