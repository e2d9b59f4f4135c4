import { describe, expect, test } from 'vitest';
import { openImport } from '#lib/importers/formats.ts';
import type { ImportRow } from '#lib/importers/record.ts';

async function rowsOf(text: string, fileName?: string): Promise<ImportRow[]> {
	const opened = await openImport([new TextEncoder().encode(text)], fileName);
	if (!opened.ok) throw new Error(opened.refusal);
	return Array.fromAsync(opened.rows);
}

/** The records alone, or line and reason of what was refused. */
async function told(text: string, fileName?: string): Promise<unknown[]> {
	const rows = await rowsOf(text, fileName);
	return rows.map((row) =>
		row.kind === 'record' ? row.record : [row.line, row.reason, row.excerpt]
	);
}

const kathy = 'https://www.linkedin.com/in/kathy';
const dean = 'https://www.linkedin.com/in/dean';

describe('messages: who, when and which way, never what', () => {
	test('of 2018, with a direction and without addresses', async () => {
		const text = `From,To,Date,Subject,Content,Direction,Folder
Dean De Morgan,Kathy Martin,"3/4/18, 5:06 PM",Hello,"Dear Kathy,
a secret",INCOMING,INBOX
Kathy Martin,Dean De Morgan,"12/31/17, 12:00 AM",,Thanks,OUTGOING,SENT
`;
		const message = {
			kind: 'message',
			via: 'linkedin',
			thread: 'dean de morgan kathy martin',
			unread: []
		};
		expect(await told(text)).toEqual([
			{
				...message,
				line: 2,
				from: { fullName: 'Dean De Morgan' },
				to: [{ fullName: 'Kathy Martin' }],
				sentAt: '2018-03-04T17:06:00Z',
				direction: 'theirs'
			},
			{
				...message,
				line: 4,
				from: { fullName: 'Kathy Martin' },
				to: [{ fullName: 'Dean De Morgan' }],
				sentAt: '2017-12-31T00:00:00Z',
				direction: 'mine'
			}
		]);
		expect(JSON.stringify(await rowsOf(text))).not.toMatch(/secret|Hello|Thanks/);
	});

	test('of 2021, to a group in which somebody has degrees', async () => {
		const text = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER
2-abc==,,Dean De Morgan,${dean},"Kathy Martin, Pierre Yves Lucas, Ph.D., MBA, Zoé Ndiaye",2021-03-04 05:06:07 UTC,,"<p>Hello ""all""</p>
<p>two, lines</p>",ARCHIVE
`;
		expect(await told(text)).toEqual([
			{
				kind: 'message',
				line: 2,
				via: 'linkedin',
				from: { fullName: 'Dean De Morgan', profile: dean },
				to: [
					{ fullName: 'Kathy Martin' },
					{ fullName: 'Pierre Yves Lucas' },
					{ fullName: 'Zoé Ndiaye' }
				],
				sentAt: '2021-03-04T05:06:07Z',
				thread: '2-abc==',
				direction: undefined,
				unread: []
			}
		]);
	});

	const head =
		'"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS","IS MESSAGE DRAFT","IS CONVERSATION DRAFT"';
	const row = (cells: Record<string, string>) =>
		head
			.split(',')
			.map((name) => `"${cells[name.replaceAll('"', '')] ?? ''}"`)
			.join(',');
	const sent = {
		'CONVERSATION ID': 't',
		FROM: 'Dean Morgan',
		'SENDER PROFILE URL': dean,
		TO: 'Kathy Martin',
		DATE: '2026-01-02 03:04:05 UTC',
		CONTENT: 'a secret',
		FOLDER: 'INBOX'
	};

	test.each([
		[
			'one address: the whole cell is one name',
			{ TO: 'Kathy Martin, MBA', 'RECIPIENT PROFILE URLS': kathy },
			[{ fullName: 'Kathy Martin', profile: kathy }]
		],
		[
			'as many addresses as names',
			{
				TO: 'Kathy Martin,Zoé Lucas',
				'RECIPIENT PROFILE URLS': `${kathy},https://www.linkedin.com/in/zo%C3%A9`
			},
			[
				{ fullName: 'Kathy Martin', profile: kathy },
				{ fullName: 'Zoé Lucas', profile: 'https://www.linkedin.com/in/zoé' }
			]
		],
		[
			'fewer addresses: of those who are still there',
			{
				TO: 'Kathy Martin,LinkedIn Member,Zoé Lucas',
				'RECIPIENT PROFILE URLS': `${kathy},www.linkedin.com/in/zoe`
			},
			[
				{ fullName: 'Kathy Martin', profile: kathy },
				{ fullName: 'Zoé Lucas', profile: 'https://www.linkedin.com/in/zoe' }
			]
		],
		[
			'names and addresses that do not fit: addresses',
			{ TO: 'A B,C D,E F', 'RECIPIENT PROFILE URLS': `${kathy},${dean}` },
			[
				{ fullName: '', profile: kathy },
				{ fullName: '', profile: dean }
			]
		],
		['nobody told', { TO: '' }, []]
	])('recipients: %s', async (_, cells, to) => {
		expect(await told(`${head}\n${row({ ...sent, ...cells })}\n`)).toMatchObject([{ to }]);
	});

	test.each([
		[{ 'IS MESSAGE DRAFT': 'Yes' }, 'draft'],
		[{ 'IS CONVERSATION DRAFT': 'true' }, 'draft'],
		[{ FOLDER: 'SPAM' }, 'unwanted'],
		[{ FROM: 'LinkedIn Member', 'SENDER PROFILE URL': '' }, 'nobody_named'],
		[{ TO: 'LinkedIn Member' }, 'nobody_named'],
		[{ FROM: '', 'SENDER PROFILE URL': '', TO: '' }, 'nobody_named']
	])('%j is left out: %s, and shows nothing of what was written', async (cells, reason) => {
		expect(await told(`${head}\n${row({ ...sent, ...cells })}\n`)).toEqual([[2, reason, '']]);
		expect(await told(`${head}\nabc,a secret,"x"y\n`)).toEqual([[2, 'stray_quote', '']]);
	});

	test('what members ask LinkedIn’s machines is told by the file’s name alone', async () => {
		const text = `${head}\n${row(sent)}\n`;
		expect(await told(text, 'coach_messages.csv')).toEqual([[2, 'nobody_named', '']]);
		expect(await told(text, 'messages.csv')).toMatchObject([{ kind: 'message' }]);
	});

	test('a date that makes no sense is said', async () => {
		expect(await told(`${head}\n${row({ ...sent, DATE: 'yesterday' })}\n`)).toMatchObject([
			{ sentAt: undefined, unread: [{ field: 'sentAt', value: 'yesterday' }] }
		]);
	});
});

describe('invitations', () => {
	test('month first with addresses or Urns, or ISO; of a note only that there was one', async () => {
		const text = `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Dean Morgan,Kathy Martin,"7/4/15, 9:05 AM",a secret,INCOMING,${dean},${kathy}
Kathy Martin,Dean Morgan,2023-07-18 11:00:00 UTC,,OUTGOING,,urn:li:fsd_profile:ACoAAB1-x_Y
`;
		expect(await told(text)).toEqual([
			{
				kind: 'invitation',
				line: 2,
				direction: 'theirs',
				from: { fullName: 'Dean Morgan', profile: dean },
				to: { fullName: 'Kathy Martin', profile: kathy },
				on: '2015-07-04',
				note: true,
				unread: []
			},
			{
				kind: 'invitation',
				line: 3,
				direction: 'mine',
				from: { fullName: 'Kathy Martin' },
				to: { fullName: 'Dean Morgan', profile: 'https://www.linkedin.com/in/ACoAAB1-x_Y' },
				on: '2023-07-18',
				note: false,
				unread: []
			}
		]);
	});

	test('with nobody on the other side, or no direction, they are refused', async () => {
		const text = `From;To;Sent At;Message;Direction
LinkedIn Member;Kathy Martin;7/4/15, 9:05 AM;a secret;INCOMING
Dean Morgan;;7/4/15, 9:05 AM;;OUTGOING
Dean Morgan;Kathy Martin;7/4/15, 9:05 AM;;SIDEWAYS
`;
		expect(await told(text)).toEqual([
			[2, 'nobody_named', ''],
			[3, 'nobody_named', ''],
			[4, 'unreadable', '']
		]);
	});
});

test('positions: months, years, days, a spreadsheet’s months, and those that go on', async () => {
	const text = `Company Name,Title,Description,Location,Started On,Finished On
Acme,Engineer,"Built
things",Lyon,Sep 1999,Mar 2003
Bull,,,,2003,Present
Bull,Lead,,,Oct-85,1 Feb 2020
,Nobody,,,Jan 2020,
Acme,Engineer,,,Smarch 2001,
`;
	const position = { kind: 'position', unread: [] };
	expect(await told(text)).toEqual([
		{
			...position,
			line: 2,
			company: 'Acme',
			title: 'Engineer',
			startedOn: '1999-09',
			endedOn: '2003-03'
		},
		{ ...position, line: 4, company: 'Bull', startedOn: '2003' },
		{
			...position,
			line: 5,
			company: 'Bull',
			title: 'Lead',
			startedOn: '1985-10',
			endedOn: '2020-02-01'
		},
		[6, 'nameless', ',Nobody,,,Jan 2020,'],
		{
			...position,
			line: 7,
			company: 'Acme',
			title: 'Engineer',
			unread: [{ field: 'startedOn', value: 'Smarch 2001' }]
		}
	]);
});

test('education, profile and own addresses', async () => {
	expect(
		await told(
			'School Name,Start Date,End Date,Notes,Degree Name,Activities\nENS Lyon,1995,Jun 1999,,"MSc, Physics",Chess\n,1990,,,,\n'
		)
	).toEqual([
		{
			kind: 'education',
			line: 2,
			school: 'ENS Lyon',
			degree: 'MSc, Physics',
			startedOn: '1995',
			endedOn: '1999-06',
			unread: []
		},
		[3, 'nameless', ',1990,,,,']
	]);
	expect(
		await told(
			'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary\nKathy,Martin,Lucas,1 rue Haute,3 May,Engineer · Lyon,"About\nme"\n'
		)
	).toEqual([
		{
			kind: 'profile',
			line: 2,
			givenName: 'Kathy',
			familyName: 'Martin',
			maidenName: 'Lucas',
			headline: 'Engineer · Lyon',
			unread: []
		}
	]);
	expect(
		await told(
			'Email Address,Confirmed,Primary,Updated On\nKathy@Example.com,Yes,Yes,2020-01-02 03:04:05 UTC\nkathy at home,No,No,\n'
		)
	).toEqual([
		{ kind: 'own_email', line: 2, email: 'kathy@example.com', unread: [] },
		[3, 'unreadable', 'kathy at home,No,No,']
	]);
});

test('endorsements: the columns say whose they are', async () => {
	const received = `Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status
2019/05/06 07:08:09 UTC,Sales,Dean,MORGAN,ACCEPTED
2019/05/06 07:08:09 UTC,Sales,,,ACCEPTED
`;
	const given = `Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status
2019/05/06 07:08:09 UTC,Sales,Dean,Morgan,www.linkedin.com/in/dean,ACCEPTED
`;
	const endorsement = {
		kind: 'endorsement',
		line: 2,
		skill: 'Sales',
		on: '2019-05-06',
		unread: []
	};
	expect(await told(received)).toEqual([
		{ ...endorsement, direction: 'theirs', person: { fullName: 'Dean Morgan' } },
		[3, 'nobody_named', '2019/05/06 07:08:09 UTC,Sales,,,ACCEPTED']
	]);
	expect(await told(given)).toEqual([
		{ ...endorsement, direction: 'mine', person: { fullName: 'Dean Morgan', profile: dean } }
	]);
});

test('recommendations: only the file’s name says whose they are', async () => {
	const text = `First Name,Last Name,Company,Job Title,Text,Creation Date,Status
Dean,Morgan,Acme,Head of Sales,"Kathy is
a secret","05/06/19, 07:08 AM",VISIBLE
Dean,Morgan,Acme,Head of Sales,not yet,"05/06/19, 07:08 AM",DRAFT
`;
	const recommendation = {
		kind: 'recommendation',
		line: 2,
		direction: 'theirs',
		person: { fullName: 'Dean Morgan' },
		company: 'Acme',
		position: 'Head of Sales',
		on: '2019-05-06',
		unread: []
	};
	const draft = [4, 'draft', ''];
	expect(await told(text)).toEqual([recommendation, draft]);
	expect(await told(text, 'Recommendations_Received.csv')).toEqual([recommendation, draft]);
	expect(await told(text, 'Recommendations_Given.csv')).toEqual([
		{ ...recommendation, direction: 'mine' },
		draft
	]);
});

test('contacts that LinkedIn was once given', async () => {
	const text = `Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles
MOBILE,Zoé,NDIAYE,Acme,Head,"zoe@example.com, Zoe@Example.org",+33 6 39 98 12 34,"1/2/18, 3:04 PM",,https://zoe.example,,Zoé NDIAYE,,,,
MOBILE,,,,,pierre@example.com,,,,,,,,,,
MOBILE,,,,,,,"1/2/18, 3:04 PM",,,,,,,,
`;
	expect(await told(text)).toEqual([
		{
			kind: 'contact',
			line: 2,
			givenName: 'Zoé',
			familyName: 'Ndiaye',
			fullName: 'Zoé Ndiaye',
			nameAsWritten: 'Zoé NDIAYE',
			emails: ['zoe@example.com', 'zoe@example.org'],
			phones: ['+33 6 39 98 12 34'],
			links: ['https://zoe.example'],
			company: 'Acme',
			position: 'Head',
			unread: []
		},
		expect.objectContaining({ line: 3, fullName: 'pierre@example.com' }),
		[4, 'nameless', 'MOBILE 1/2/18, 3:04 PM']
	]);
	const older =
		'First Name,Last Name,Companies,Title,Emails,Phone Numbers,Created At\nZoé,Ndiaye,,,,+33 6 39 98 12 34,\n';
	expect(await told(older)).toMatchObject([
		{ fullName: 'Zoé Ndiaye', phones: ['+33 6 39 98 12 34'] }
	]);
});
