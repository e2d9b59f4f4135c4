import { expect, test } from 'vitest';
import { googleContacts } from '#lib/importers/google-contacts.ts';

/** The layout of before 2024, with as many addresses and numbers as its longest entry has. */
const old = [
	'Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Name Suffix,Nickname,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value',
	'Zoé Anne DURAND,Zoé,Anne,DURAND,,Dr,MBA,,1980-01-01,"met in',
	'Lyon, twice",* myContacts ::: Friends,* Work,zoe@example.com ::: Zoe@example.org,Home,zd@example.net,Mobile,06 39 98 12 34 ::: +33 6 39 98 12 35,Work Fax,06 39 98 00 00,,Acme,Engineer,Profile,https://www.linkedin.com/in/zoe-durand',
	',,,,,,,,,,* myContacts,,,,,Mobile,06 39 98 12 36,,,,,,,',
	',,,,,,,,,only a note,* myContacts,,,,,,,,,,,,,'
].join('\n');

test('the layout of before 2024', async () => {
	expect(googleContacts.recognise(old)).toBe(true);
	const rows = await Array.fromAsync(googleContacts.rows([old]));
	expect(rows).toEqual([
		{
			kind: 'record',
			record: {
				kind: 'contact',
				line: 2,
				givenName: 'Zoé Anne',
				familyName: 'Durand',
				fullName: 'Zoé Anne Durand',
				nameAsWritten: 'Zoé Anne DURAND',
				credentials: 'Dr, MBA',
				emails: ['zoe@example.com', 'zoe@example.org', 'zd@example.net'],
				phones: ['06 39 98 12 34', '+33 6 39 98 12 35'],
				profile: 'https://www.linkedin.com/in/zoe-durand',
				links: [],
				company: 'Acme',
				position: 'Engineer',
				unread: []
			}
		},
		{
			kind: 'record',
			record: {
				kind: 'contact',
				line: 4,
				givenName: '',
				familyName: '',
				fullName: '06 39 98 12 36',
				emails: [],
				phones: ['06 39 98 12 36'],
				profile: undefined,
				links: [],
				company: undefined,
				position: undefined,
				unread: []
			}
		},
		{
			kind: 'refused',
			line: 5,
			reason: 'nameless',
			excerpt: ',,,,,,,,,only a note,* myContacts,,,,,,,,,,,,,'
		}
	]);
});

test('the layout of today', async () => {
	const text = [
		'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Label,Website 1 - Value',
		'Paul,,Martin,Pol,,,,,,,Bull,Adviser,Sales,,,https://example.com/photo,* myContacts,,paul@example.com,Work Fax,+33 6 39 98 00 00,,https://example.org/paul',
		',,,,,,,,,,Acme,,,,,,,,,,+33 6 39 98 12 37,,'
	].join('\r\n');
	expect(googleContacts.recognise(text)).toBe(true);
	const rows = await Array.fromAsync(googleContacts.rows([text]));
	expect(rows).toMatchObject([
		{
			record: {
				line: 2,
				givenName: 'Paul',
				familyName: 'Martin',
				emails: ['paul@example.com'],
				phones: ['+33 6 39 98 00 00'],
				links: ['https://example.org/paul'],
				company: 'Bull',
				position: 'Adviser'
			}
		},
		{ record: { line: 3, fullName: 'Acme', phones: ['+33 6 39 98 12 37'] } }
	]);
});

test('without any address or number there are no columns for them', async () => {
	const text =
		'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels\nZoé,,Durand,,,x\n';
	expect(googleContacts.recognise(text)).toBe(true);
	expect(await Array.fromAsync(googleContacts.rows([text]))).toMatchObject([
		{ record: { fullName: 'Zoé Durand' } }
	]);
});

test('a list of LinkedIn connections is none of Google’s', () => {
	expect(googleContacts.recognise('First Name,Last Name,URL,Email Address,Company\n')).toBe(false);
});
