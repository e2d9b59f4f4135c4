import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fact, sayFact } from '#lib/i18n/evidence-sentence.ts';
import { sayWholeFact } from '#lib/i18n/whole-fact.ts';

const wide = '\u00a0';

describe('a fact that files tell has its words in both languages', () => {
	const facts: [Fact, string, string][] = [
		[
			{ kind: 'same_company', company: 'ACME', from: '1999', to: '2003', at: 'now' },
			`sans doute collègues chez ACME (vous y étiez${wide}: 1999–2003)`,
			'probably colleagues at ACME (you were there: 1999–2003)'
		],
		[
			{ kind: 'same_company', company: 'ACME', at: 'unknown' },
			'sans doute collègues chez ACME',
			'probably colleagues at ACME'
		],
		[
			{ kind: 'same_company', company: 'ACME France', theirs: 'ACME', from: '1999', at: 'group' },
			`sans doute collègues dans un même groupe (ACME\u202f; vous étiez chez ACME France${wide}: depuis 1999)`,
			'probably colleagues in one group (ACME; you were at ACME France: since 1999)'
		],
		[
			{ kind: 'same_company', company: 'ACME France', theirs: 'ACME', at: 'group' },
			'sans doute collègues dans un même groupe (ACME France, ACME)',
			'probably colleagues in one group (ACME France, ACME)'
		],
		[
			{ kind: 'same_company', company: 'ACME', at: 'apart' },
			'ACME en commun, à des moments différents',
			'ACME in common, at different times'
		],
		[
			{ kind: 'connected_while', on: '2004-05-12', place: 'Bull', doing: 'work' },
			'en relation depuis le 12 mai 2004, quand vous travailliez chez Bull (un lien de là, sans doute)',
			'connected on 12 May 2004, while you worked at Bull (probably how you met)'
		],
		[
			{ kind: 'connected_while', on: '2004-05-01', place: 'Centrale', doing: 'study' },
			'en relation depuis le 1er mai 2004, quand vous étudiiez à Centrale (un lien de là, sans doute)',
			'connected on 1 May 2004, while you studied at Centrale (probably how you met)'
		],
		[
			{ kind: 'messages', count: 12, first: '2004-04-02', last: '2011-06-01', mine: 7, theirs: 5 },
			`12 messages LinkedIn, d’avril 2004 à juin 2011${wide}: 7 de vous, 5 pour vous`,
			'12 LinkedIn messages, from April 2004 to June 2011: 7 from you, 5 to you'
		],
		[
			{ kind: 'messages', count: 1, first: '2026-05-25', last: '2026-05-25', by: 'hand' },
			'1 message que vous avez noté, le 25 mai 2026',
			'1 message that you noted, on 25 May 2026'
		],
		[
			{ kind: 'email', count: 3, first: '2011-06-01', last: '2011-06-09', mine: 3, theirs: 0 },
			`3 e-mails, en juin 2011${wide}: 3 de vous, 0 pour vous`,
			'3 e-mails, in June 2011: 3 from you, 0 to you'
		],
		[
			{ kind: 'meeting', count: 2, first: '2010', last: '2012' },
			'2 rencontres, de 2010 à 2012',
			'2 meetings, from 2010 to 2012'
		],
		[
			{ kind: 'meeting', count: 1, last: '2012', crowd: 40 },
			'la même réunion, à 40 personnes en 2012',
			'the same meeting, of 40 people in 2012'
		],
		[
			{ kind: 'connected', on: '2015-03-02' },
			'en relation sur LinkedIn depuis le 2 mars 2015',
			'connected on LinkedIn since 2 March 2015'
		],
		[
			{
				kind: 'endorsement',
				direction: 'theirs',
				count: 2,
				last: '2012-03-04',
				skills: ['Law', 'SQL']
			},
			`compétences que cette personne vous reconnaît${wide}: Law et SQL, en mars 2012`,
			'skills they endorsed of yours: Law and SQL, in March 2012'
		],
		[
			{ kind: 'endorsement', direction: 'mine', count: 1 },
			'vous avez recommandé une de ses compétences',
			'you endorsed a skill of theirs'
		],
		[
			{ kind: 'introduction', part: 'connector', names: ['Pierre'], on: '2026-05-25', done: true },
			'vous lui avez demandé une mise en relation avec Pierre en mai 2026',
			'you asked them for an introduction to Pierre in May 2026'
		],
		[
			{ kind: 'introduction', part: 'target', names: ['Dean'], on: '2026-05', done: true },
			'mise en relation par Dean en mai 2026',
			'introduced to you by Dean in May 2026'
		],
		[
			{ kind: 'introduction', part: 'introduced', names: ['Kathy'], done: true },
			'vous avez fait la mise en relation avec Kathy',
			'you introduced them to Kathy'
		]
	];

	test.each(facts)('%j', (fact, french, english) => {
		expect(sayWholeFact(fact, 'fr')).toBe(french);
		expect(sayWholeFact(fact, 'en')).toBe(english);
	});
});

test('what went one way only is no conversation', () => {
	const told: Fact = { kind: 'messages', count: 3, last: '2011', mine: 3, theirs: 0 };
	expect(sayFact(told, 'fr')).toBe('votre dernier message en 2011, sans réponse');
	expect(sayFact({ ...told, mine: 0, theirs: 3 }, 'en')).toBe(
		'last message in 2011, and none from you'
	);
});

const year = fc.integer({ min: 1980, max: 2026 }).map(String);
const name = fc.constantFrom('ACME', 'Bull', 'Cobalt', 'Atelier Lumen');
const count = fc.integer({ min: 1, max: 99 });
const told: fc.Arbitrary<Fact> = fc.oneof(
	fc.record({ kind: fc.constant('shared_employer' as const), company: name, from: year, to: year }),
	fc.record({
		kind: fc.constant('same_company' as const),
		company: name,
		from: year,
		to: year,
		at: fc.constantFrom('now' as const, 'unknown' as const, 'apart' as const)
	}),
	fc.record({
		kind: fc.constant('connected_while' as const),
		on: year.map((one) => `${one}-02-03`),
		place: name,
		doing: fc.constantFrom('work' as const, 'study' as const)
	}),
	fc.record({
		kind: fc.constantFrom('messages' as const, 'email' as const),
		count,
		first: year,
		last: year,
		mine: count,
		theirs: count
	}),
	fc.record({ kind: fc.constant('meeting' as const), count, first: year, last: year })
);

test('nothing is invented: every number and every name of a sentence was told', () => {
	fc.assert(
		fc.property(told, fc.constantFrom('fr' as const, 'en' as const), (fact, locale) => {
			for (const sentence of [sayFact(fact, locale), sayWholeFact(fact, locale)]) {
				const given = JSON.stringify(fact);
				const numbers = sentence.match(/\d+/g) ?? [];
				// A day is told as its number: 03 is said 3.
				for (const one of numbers) expect(given).toMatch(new RegExp(`\\b0?${one}\\b`));
				const names = ['ACME', 'Bull', 'Cobalt', 'Atelier Lumen'];
				for (const one of names) expect(sentence.includes(one) && !given.includes(one)).toBe(false);
				expect(sentence).not.toMatch(/undefined|null|\{|\}/);
			}
		})
	);
});
