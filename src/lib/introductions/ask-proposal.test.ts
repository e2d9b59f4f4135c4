import { describe, expect, it } from 'vitest';
import { blankTyped, proposeAsk } from '#lib/introductions/ask-proposal.ts';
import type {
	ConnectorIntroduction,
	ConnectorView
} from '#lib/introductions/connector-view.server.ts';

const now = new Date('2026-03-02T09:00:00Z');
const introduction: ConnectorIntroduction = {
	id: 'i',
	target: { name: 'Pierre Yvon', company: 'X', position: '', profile: '' },
	reason: '',
	acquaintance: '',
	recalled: [],
	state: 'requested',
	since: now,
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
};
const view: ConnectorView = {
	id: 'r',
	communityId: 'c',
	requester: { name: 'Kathy Arnaud', headline: 'VP' },
	connector: { name: 'Dean Groves', email: 'dean@example.com' },
	locale: 'fr',
	register: 'tu',
	reason: 'Ses données.',
	subject: '',
	letter: '',
	sentAt: now,
	thanksLetter: null,
	thankedAt: null,
	introductions: [introduction]
};
const contact = {
	contactId: 'one',
	name: 'Pierre Yvon',
	company: 'X',
	facts: [{ kind: 'messages', count: 12, last: '2026-01' }],
	closeness: null,
	register: 'tu',
	locale: 'en',
	emails: ['pierre@example.com'],
	phones: []
} satisfies ConnectorIntroduction['recalled'][number];
const namesake = {
	...contact,
	contactId: 'two',
	register: null,
	locale: null,
	emails: [],
	facts: []
};

describe('the letter proposed to a connector', () => {
	it('is in the language his contact speaks, to the address he has', () => {
		const known = { ...introduction, recalled: [contact] };
		expect(blankTyped(view, known, now)).toMatchObject({
			locale: 'en',
			register: 'tu',
			faint: false,
			email: 'pierre@example.com',
			channel: 'mail',
			subject: 'Kathy Arnaud would like to get in touch with you'
		});
	});

	it('takes nothing from namesakes until he says which one it is', () => {
		const known = { ...introduction, recalled: [contact, namesake] };
		expect(blankTyped(view, known, now)).toMatchObject({ locale: 'fr', email: '', faint: true });
		const choices = { who: 'one', locale: 'fr', register: 'vous', faint: true } as const;
		expect(proposeAsk(view, known, choices, now).text).toContain('janvier 2026');
		const other = proposeAsk(view, known, { ...choices, who: 'two' }, now);
		expect(other.text).not.toContain('2026');
	});

	it('leaves the way open where no address is known', () => {
		expect(blankTyped(view, introduction, now)).toMatchObject({ channel: '', email: '' });
	});

	it('quotes what the requester noted only where it reads as the connector’s own', () => {
		const choices = { who: '', locale: 'fr', register: 'tu', faint: true } as const;
		const noted = (acquaintance: string) =>
			proposeAsk(view, { ...introduction, acquaintance }, choices, now).text;
		expect(noted('collègues chez ACME')).toMatch(/de moi\s: collègues chez ACME\./);
		expect(noted('Ils sont en relation sur LinkedIn')).toContain('de moi.');
		expect(noted('They are connected')).not.toContain('They');
	});

	it('asked again, gives back what he wrote the first time', () => {
		const ask = {
			subject: 'Mine',
			letter: 'My own words',
			locale: 'en',
			email: 'p@example.com',
			channel: 'hand'
		} as const;
		const typed = blankTyped(view, { ...introduction, state: 'postponed', ask }, now);
		expect(typed).toMatchObject({
			subject: 'Mine',
			letter: 'My own words',
			locale: 'en',
			channel: 'hand'
		});
		expect(typed.proposed).toContain('Hello Pierre');
	});
});
