import type { Rule } from '#lib/coach/rules/weigh.ts';

/** Says something that holds for these two only. */
export const personal: Rule = {
	name: 'personal',
	start: 0.1,
	gains: [
		{ points: 0.2, signals: ['greetedByName'], advice: 'greet-by-name' },
		{ points: 0.35, signals: ['sharedPast', 'sentBy', 'sharedGround'], advice: 'say-your-bond' },
		{ points: 0.12, signals: ['anchoredPast', 'sentBy'] },
		{ points: 0.2, signals: ['notice', 'congratulate'], advice: 'say-what-you-noticed' },
		{
			points: 0.15,
			signals: ['news', 'faint', 'vouches', 'link', 'aboutReader', 'asksAfter', 'perceived']
		},
		{ points: 0.05, signals: ['signed'] }
	],
	losses: [
		{ points: 0.5, signals: ['crowd'], advice: 'write-to-one' },
		{ points: 0.15, signals: ['pitch', 'cliches', 'bareInvite'], advice: 'leave-the-pitch' },
		{ points: 0.1, signals: ['begs', 'demandsHelp', 'pressure'] },
		{ points: 0.1, signals: ['vagueTarget', 'tooShort'] }
	]
};
