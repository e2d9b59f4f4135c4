import { describe, expect, test } from 'vitest';
import { sayFact, type Fact } from '#lib/i18n/evidence-sentence.ts';
import { sayTie } from '#lib/i18n/tie-sentence.ts';

const acme: Fact = { kind: 'shared_employer', company: 'ACME', from: '1999', to: '2003' };
const lastMessage: Fact = { kind: 'messages', count: 12, first: '2004', last: '2011' };
const invited: Fact = {
	kind: 'invitation',
	direction: 'theirs',
	on: '2015',
	accepted: true,
	note: false
};

describe('a tie is said in one sentence', () => {
	test('Dean remembers Pierre from ACME', () => {
		expect(sayTie([lastMessage, acme], 'fr')).toBe(
			'collègues chez ACME, 1999–2003\u202f; dernier message en 2011'
		);
		expect(sayTie([lastMessage, acme], 'en')).toBe(
			'colleagues at ACME, 1999–2003; last message in 2011'
		);
	});

	test('of Paul it says honestly that nothing is known but an invitation', () => {
		expect(sayTie([invited, { kind: 'connected', on: '2015-06-02' }], 'fr')).toBe(
			'aucune trace d’un échange\u202f; vous avez reçu son invitation en 2015 et l’avez acceptée'
		);
		expect(sayTie([invited], 'en')).toBe(
			'no trace of an exchange; you received their invitation in 2015 and accepted it'
		);
	});

	test('another reader is never told "you"', () => {
		expect(sayTie([invited], 'fr', { reader: 'other' })).toBe(
			'aucune trace d’un échange\u202f; invitation acceptée en 2015'
		);
	});

	test('no fact at all, or only zeros, is no trace', () => {
		expect(sayTie([], 'en')).toBe('no trace of an exchange');
		expect(sayTie([{ kind: 'messages', count: 0 }, { kind: 'none' }], 'en')).toBe(
			'no trace of an exchange'
		);
	});

	test('a forgotten tie still says there is no trace', () => {
		expect(sayTie([{ kind: 'declared', closeness: 'forgotten' }], 'fr')).toBe(
			'vous ne vous souvenez plus d’où\u202f; aucune trace d’un échange'
		);
	});

	test('of messages from several places only the latest are said', () => {
		const byHand: Fact = { kind: 'messages', count: 1, last: '2026-05-25' };
		expect(sayTie([lastMessage, acme, byHand], 'en')).toBe(
			'colleagues at ACME, 1999–2003; last message in May 2026'
		);
	});

	test('it stops at three facts unless told', () => {
		const facts: Fact[] = [
			acme,
			lastMessage,
			{ kind: 'meeting', count: 2, last: '2010-04' },
			{ kind: 'email', count: 4, last: '2009' }
		];
		expect(sayTie(facts, 'en').split('; ')).toHaveLength(3);
		expect(sayTie(facts, 'en', { most: 1 })).toBe('colleagues at ACME, 1999–2003');
	});
});

describe('each fact has its words in both languages', () => {
	const facts: [Fact, string, string][] = [
		[
			{ kind: 'shared_school', school: 'Centrale', to: '1998' },
			'même formation, Centrale, jusqu’en 1998',
			'both at Centrale, until 1998'
		],
		[{ kind: 'messages', count: 1 }, '1 message échangé', '1 message exchanged'],
		[{ kind: 'email', count: 3 }, '3 e-mails échangés', '3 e-mails exchanged'],
		[
			{ kind: 'email', count: 3, last: '2019-02-11' },
			'dernier e-mail en février 2019',
			'last e-mail in February 2019'
		],
		[{ kind: 'meeting', count: 1, last: '2018' }, 'une rencontre en 2018', 'one meeting in 2018'],
		[
			{ kind: 'meeting', count: 4, last: '2018' },
			'4 rencontres, la dernière en 2018',
			'4 meetings, the last one in 2018'
		],
		[{ kind: 'meeting', count: 4 }, '4 rencontres', '4 meetings'],
		[
			{ kind: 'invitation', direction: 'mine', on: '2020-01-04', accepted: false, note: true },
			'vous lui avez envoyé une invitation avec un mot personnel en janvier 2020, sans réponse',
			'you sent an invitation with a personal word in January 2020, with no answer'
		],
		[
			{ kind: 'invitation', direction: 'mine', accepted: true, note: false },
			'votre invitation a été acceptée',
			'they accepted the invitation you sent'
		],
		[
			{ kind: 'connected', on: '2015-03-02' },
			'en relation depuis mars 2015',
			'connected since March 2015'
		],
		[
			{ kind: 'recommendation', direction: 'theirs', on: '2012' },
			'vous avez reçu sa recommandation en 2012',
			'you received their recommendation in 2012'
		],
		[
			{ kind: 'declared', closeness: 'good', how: 'Nexmove', metWhere: 'Lyon', metOn: '2019' },
			'Nexmove, une bonne connaissance, première rencontre en 2019 (Lyon)',
			'Nexmove, a good acquaintance, first met in 2019 (Lyon)'
		],
		[{ kind: 'none' }, 'aucune trace d’un échange', 'no trace of an exchange']
	];

	test.each(facts)('%j', (fact, french, english) => {
		expect(sayFact(fact, 'fr')).toBe(french);
		expect(sayFact(fact, 'en')).toBe(english);
	});
});
