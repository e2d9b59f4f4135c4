import { weighFacts } from '#lib/coach/rules/weigh-facts.ts';
import type { Rule } from '#lib/coach/rules/weigh.ts';

/** Within the reader's reach: a known or checked link, a small step, a person with a name. */
export const feasible: Rule = {
	name: 'feasible',
	start: 0.12,
	gains: [
		{
			points: 0.32,
			signals: ['link', 'vouches'],
			kinds: ['request', 'ask'],
			advice: 'say-the-link'
		},
		{
			points: 0.25,
			signals: ['sentBy', 'sharedPast', 'sharedGround', 'notice'],
			kinds: ['first-message', 'revival'],
			advice: 'say-your-bond'
		},
		{
			points: 0.15,
			signals: ['someoneNamed'],
			kinds: ['request', 'ask'],
			advice: 'name-the-person'
		},
		{
			points: 0.25,
			signals: ['bounded', 'forwardable', 'makesEasy', 'lightAsk'],
			advice: 'keep-it-small'
		},
		{ points: 0.18, signals: ['wayOut', 'convenient'], advice: 'leave-a-way-out' },
		{ points: 0.1, signals: ['permission'], kinds: ['ask'] },
		{ points: 0.12, signals: ['ask'] },
		{ points: 0.08, signals: ['why'] }
	],
	losses: [
		{ points: 0.2, signals: ['imposed'], kinds: ['request', 'ask'], advice: 'let-them-choose' },
		{ points: 0.35, signals: ['vagueTarget'], advice: 'name-the-person' },
		{ points: 0.3, signals: ['begs'], advice: 'ask-for-less' },
		{ points: 0.3, signals: ['noLink'], advice: 'say-the-link' },
		{
			points: 0.15,
			signals: ['pressure', 'noWayOut', 'demandsHelp', 'manyAsks', 'aimless'],
			advice: 'keep-it-small'
		},
		{ points: 0.15, signals: ['crowd', 'pitch', 'cliches', 'bareInvite'], advice: 'ask-for-less' }
	],
	tells: [
		'link',
		'vouches',
		'sentBy',
		'sharedPast',
		'sharedGround',
		'bounded',
		'forwardable',
		'wayOut',
		'makesEasy',
		'convenient'
	],
	facts: weighFacts
};
