import type { Rule } from '#lib/coach/rules/weigh.ts';

/** Takes up the other's situation; would not fit just anyone. */
export const adapted: Rule = {
	name: 'adapted',
	start: 0.2,
	gains: [
		{ points: 0.28, signals: ['notice', 'congratulate', 'news'], advice: 'take-up-their-world' },
		{
			points: 0.22,
			signals: ['situation', 'viewAsked', 'fit', 'aboutReader', 'asksAfter', 'perceived'],
			advice: 'why-them'
		},
		{ points: 0.22, signals: ['mindful', 'faint', 'wayOut'], advice: 'think-of-their-time' },
		{ points: 0.12, signals: ['sharedPast', 'sharedGround', 'sentBy', 'fit'] },
		{ points: 0.12, signals: ['convenient'] },
		{ points: 0.08, signals: ['forwardable', 'makesEasy'] }
	],
	losses: [
		{ points: 0.2, signals: ['imposed'], kinds: ['request', 'ask'], advice: 'let-them-choose' },
		{ points: 0.1, signals: ['papers'] },
		{ points: 0.3, signals: ['crowd'], advice: 'write-to-one' },
		{
			points: 0.25,
			signals: ['pitch', 'cliches', 'begs', 'bareInvite'],
			advice: 'leave-the-pitch'
		},
		{ points: 0.1, signals: ['anyCompany', 'hasty', 'aimless'] },
		{ points: 0.2, signals: ['turnedToSelf'], advice: 'less-of-me' },
		{ points: 0.15, signals: ['mixedTuVous'], advice: 'tu-or-vous' },
		{ points: 0.2, signals: ['vagueTarget', 'pressure'] },
		{ points: 0.1, signals: ['hollow'], advice: 'take-up-their-world' }
	]
};
