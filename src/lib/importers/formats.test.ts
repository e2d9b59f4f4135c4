import { expect, test } from 'vitest';
import { openImport } from '#lib/importers/formats.ts';

const bytes = (text: string) => [new TextEncoder().encode(text)];

test('a file is recognised by what is in it, and its rows follow', async () => {
	const opened = await openImport(bytes('First Name,Last Name,Connected On\nZoé,Martin,\n'));
	if (!opened.ok) throw new Error(opened.refusal);
	expect(opened.format).toBe('linkedin-connections');
	const rows = await Array.fromAsync(opened.rows);
	expect(rows).toMatchObject([{ kind: 'record', record: { fullName: 'Zoé Martin' } }]);
	expect(opened.notes).toEqual([]);
});

test.each([
	['From,To,Date,Subject,Content,Direction,Folder', 'linkedin-messages'],
	[
		'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER',
		'linkedin-messages'
	],
	[
		'"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS","IS MESSAGE DRAFT","IS CONVERSATION DRAFT"',
		'linkedin-messages'
	],
	['From,To,Sent At,Message,Direction', 'linkedin-invitations'],
	['From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl', 'linkedin-invitations'],
	['From;To;Sent At;Message;Direction;inviterProfileUrn;inviteeProfileUrn', 'linkedin-invitations'],
	['Company Name,Title,Description,Location,Started On,Finished On', 'linkedin-positions'],
	['School Name,Start Date,End Date,Notes,Degree Name,Activities', 'linkedin-education'],
	[
		'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry',
		'linkedin-profile'
	],
	['Email Address,Confirmed,Primary,Updated On', 'linkedin-email-addresses'],
	[
		'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles',
		'linkedin-contacts'
	],
	['First Name,Last Name,Companies,Title,Emails,Phone Numbers,Created At', 'linkedin-contacts'],
	[
		'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status',
		'linkedin-endorsements'
	],
	[
		'Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status',
		'linkedin-endorsements'
	],
	['First Name,Last Name,Company,Job Title,Text,Creation Date,Status', 'linkedin-recommendations'],
	['First Name,Last Name,URL,Email Address,Company,Position,Connected On', 'linkedin-connections'],
	[
		'Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type',
		'google-contacts'
	],
	[
		'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels',
		'google-contacts'
	],
	[
		'Title,First Name,Last Name,Company,Business Street,Home Phone,E-mail Address,E-mail Type,Web Page',
		'outlook-contacts'
	],
	['Prénom,Nom,Adresse mail', 'csv-contacts'],
	['BEGIN:VCARD\nVERSION:3.0\nFN:Zoé\nEND:VCARD', 'vcard'],
	['BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR', 'calendar']
])('%s begins a file of its own kind: %s', async (head, format) => {
	for (const text of [head, head.replaceAll(',', ';'), head.replaceAll(',', '\t')]) {
		const opened = await openImport(bytes(`${text}\n`));
		expect(opened).toMatchObject({ ok: true, format });
	}
});

test.each([
	['', 'empty_file'],
	[' \r\n\n', 'empty_file'],
	['\u001f\u008b\u0008', 'compressed'],
	['Rar!\u001a', 'compressed'],
	['Hello,world\n1,2\n', 'unknown_format'],
	['Date,Link,Message\n', 'linkedin_without_contacts'],
	['Title,Description,Url,Started On,Finished On\n', 'linkedin_without_contacts'],
	['Organization,Followed On\n', 'linkedin_without_contacts'],
	[
		'First Name,Last Name,Billing Country,Transaction Made At,Invoice Number,Description,Total Amount\nZoé,Martin,France,2024-08-16,INV-1,Premium,29.99\n',
		'linkedin_without_contacts'
	],
	[
		'Application Date;Contact Email;Contact Phone Number;Company Name;Job Title;Job Url;Resume Name\n03 Mar 2025;jobs@example.com;+33 6 39 98 12 34;Acme;Clerk;https://example.com/1;cv.pdf\n',
		'linkedin_without_contacts'
	],
	[
		'First name,Last name,Verification type,Email address,Verification service provider\nZoé,Martin,Identity,,Example\n',
		'linkedin_without_contacts'
	]
])('%j is refused: %s', async (text, refusal) => {
	expect(await openImport([Buffer.from(text, 'latin1')])).toEqual({ ok: false, refusal });
});

test('a table of people with columns such as LinkedIn has is still one of people', async () => {
	const text = 'First name,Last name,Extension,Number,Type\nZoé,Martin,+33,639981234,Mobile\n';
	expect(await openImport(bytes(text))).toMatchObject({ ok: true, format: 'csv-contacts' });
});

test.each([
	['mbox', 'From 1@xxx Mon Nov 23 06:30:31 +0000 2026\nFrom: dean@example.com\n\n'],
	['email', 'From: dean@example.com\nTo: kathy@example.org\n\nFirst Name,Last Name\n'],
	[
		'calendar',
		'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260525\nORGANIZER:mailto:dean@example.com\nEND:VEVENT\n'
	]
])('a mailbox, a message and a calendar are told apart: %s', async (format, text) => {
	const opened = await openImport(bytes(text));
	if (!opened.ok) throw new Error(opened.refusal);
	expect(opened.format).toBe(format);
	expect(await Array.fromAsync(opened.rows)).toMatchObject([{ kind: 'record' }]);
});
