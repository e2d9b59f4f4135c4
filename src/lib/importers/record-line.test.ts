import { expect, test } from 'vitest';
import type { ContactRecord } from '#lib/importers/record.ts';
import { recordLine } from '#lib/importers/record-line.ts';

const kathy: ContactRecord = {
	kind: 'contact',
	line: 7,
	givenName: 'Kathy',
	familyName: 'Martin',
	fullName: 'Kathy Martin',
	emails: ['kathy@example.com'],
	phones: ['06 39 98 00 01', '+33 6 39 98 00 01', 'none'],
	profile: 'https://www.linkedin.com/in/kathy',
	links: ['https://example.com/kathy'],
	company: 'Acme',
	unread: []
};

test('a person has every number in one form, and all addresses on the web together', () => {
	expect(recordLine(kathy, 'Connections.csv', 'FR')).toEqual({
		kind: 'contact',
		givenName: 'Kathy',
		familyName: 'Martin',
		fullName: 'Kathy Martin',
		emails: ['kathy@example.com'],
		phones: ['+33639980001', 'none'],
		urls: ['https://www.linkedin.com/in/kathy', 'https://example.com/kathy'],
		company: 'Acme',
		position: null,
		connectedOn: null,
		source: { file: 'Connections.csv', line: 7 }
	});
});

test('without a country a national number stays as it was written', () => {
	expect(recordLine(kathy, 'x')).toMatchObject({
		phones: ['06 39 98 00 01', '+33639980001', 'none']
	});
});

test('an invitation names the other person, whichever way it went', () => {
	const [from, to] = [{ fullName: 'Dean Morgan' }, { fullName: 'Kathy Martin' }];
	const invitation = { kind: 'invitation', line: 2, from, to, note: true, unread: [] } as const;
	const said = (direction: 'theirs' | 'mine') =>
		recordLine({ ...invitation, unread: [], direction }, 'x');
	expect(said('theirs')).toMatchObject({ givenName: 'Dean', familyName: 'Morgan', note: true });
	expect(said('mine')).toMatchObject({ givenName: 'Kathy', familyName: 'Martin', urls: [] });
});

test('a position has its title where other records have theirs', () => {
	const post = { kind: 'position', line: 2, company: 'Acme', title: 'CFO', unread: [] } as const;
	expect(recordLine({ ...post, unread: [] }, 'Positions.csv')).toEqual({
		kind: 'position',
		company: 'Acme',
		position: 'CFO',
		source: { file: 'Positions.csv', line: 2 }
	});
});
