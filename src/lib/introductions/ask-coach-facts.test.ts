import { expect, it } from 'vitest';
import { askCoachFacts } from '#lib/introductions/ask-coach-facts.ts';
import type { ConnectorIntroduction } from '#lib/introductions/connector-view.server.ts';
import { summariseAsk } from '#lib/introductions/summarise-ask.ts';

type Recalled = ConnectorIntroduction['recalled'][number];

const pierre = (contactId: string, closeness: Recalled['closeness']): Recalled => ({
	contactId,
	name: 'Pierre Yvon',
	company: '',
	facts: [],
	closeness,
	register: null,
	locale: null,
	emails: [],
	phones: []
});
const asked = (...recalled: Recalled[]): ConnectorIntroduction => ({
	id: 'i',
	target: { name: 'Pierre Yvon', company: '', position: '', profile: '' },
	reason: '',
	acquaintance: '',
	recalled,
	state: 'requested',
	since: new Date('2026-03-02T09:00:00Z'),
	postponedUntil: null,
	ask: { subject: '', letter: '', locale: null, email: '', channel: null },
	refusalReason: '',
	kindWord: '',
	suggested: null,
	vouched: false,
	outcome: null,
	outcomeNote: '',
	muted: false,
	snoozedUntil: null,
	timeline: []
});

it('without a book, or without that name in it, nothing is said of the tie', () => {
	expect(askCoachFacts(asked(), '')).toEqual({ writerReachable: true });
});

it('a tie is as strong as its owner declares it, and of no strength where nothing was declared', () => {
	const known = { writerReachable: true, targetInNetwork: true };
	expect(askCoachFacts(asked(pierre('a', null)), '')).toEqual(known);
	expect(askCoachFacts(asked(pierre('a', 'close')), '')).toEqual({ ...known, tieStrength: 0.9 });
	expect(askCoachFacts(asked(pierre('a', 'forgotten')), '')).toEqual({
		...known,
		tieStrength: 0.1
	});
});

it('of namesakes the chosen one counts, and none before', () => {
	const both = asked(pierre('a', 'close'), pierre('b', 'distant'));
	expect(askCoachFacts(both, '')).toEqual({ writerReachable: true });
	expect(askCoachFacts(both, 'b')).toMatchObject({ tieStrength: 0.3 });
});

it('sums an ask up in the language of the connector, whatever that of the letter', () => {
	const letter = 'Bonjour Pierre, appelle Kathy tout de suite, c’est urgent, sans faute demain !';
	const read = (locale: 'fr' | 'en') =>
		summariseAsk(asked(), { letter, locale: 'fr', who: '' }, locale);
	expect(read('en').met).toEqual(read('fr').met);
	expect(read('en').helps).toHaveLength(2);
	expect(read('en').helps).not.toEqual(read('fr').helps);
});
