import { expect, test } from 'vitest';
import { readMessage } from '#lib/importers/email-message.ts';

const usual = {
	From: 'Dean De Morgan <dean@example.com>',
	To: 'Kathy <kathy@example.org>',
	Date: 'Mon, 23 Nov 2026 06:30:31 +0100',
	'Message-ID': '<1@mail.example.com>',
	Subject: 'A secret'
};

function read(headers: Record<string, string>, envelope = '') {
	const lines = Object.entries({ ...usual, ...headers }).map(
		([name, value]) => `${name}: ${value}`
	);
	return readMessage(lines.join('\r\n'), { line: 7, envelope });
}

test('a message tells who, when and in which conversation, and nothing of what it says', () => {
	expect(
		read({
			References: '<0@mail.example.com> <00@x>',
			Cc: 'noreply@example.net, Zoé <zoe@example.net>'
		})
	).toEqual({
		kind: 'record',
		record: {
			kind: 'message',
			via: 'email',
			line: 7,
			from: { fullName: 'Dean De Morgan', email: 'dean@example.com' },
			to: [
				{ fullName: 'Kathy', email: 'kathy@example.org' },
				{ fullName: 'Zoé', email: 'zoe@example.net' }
			],
			sentAt: '2026-11-23T05:30:31Z',
			thread: '0@mail.example.com',
			key: '1@mail.example.com',
			unread: []
		}
	});
	expect(JSON.stringify(read({}))).not.toContain('secret');
});

test.each([
	['draft', { 'X-Gmail-Labels': 'Drafts' }],
	['draft', { 'X-Gmail-Labels': 'Brouillons,Important' }],
	['draft', { 'X-Unsent': '1' }],
	['unwanted', { 'X-Gmail-Labels': 'Spam' }],
	['unwanted', { 'X-Gmail-Labels': '=?UTF-8?Q?Corbeille,Cat=C3=A9gorie_Promotions?=' }],
	['unwanted', { 'X-Gmail-Labels': 'Chat' }],
	['unwanted', { 'X-Mozilla-Status': '0009' }],
	['no_reply', { From: 'Bank <no-reply@example.com>' }],
	['no_reply', { From: 'ne-pas-repondre@example.com' }],
	['no_reply', { From: 'ACME <notifications+abc@example.com>' }],
	['no_reply', { From: 'Mail Delivery <MAILER-DAEMON@example.com>' }],
	['no_reply', { From: 'news@bounces.example.com' }],
	['no_reply', { To: 'noreply@example.com' }],
	['no_reply', { 'Auto-Submitted': 'auto-replied' }],
	['no_reply', { 'Return-Path': '<>' }],
	['mailing_list', { 'List-Id': '<friends.example.org>' }],
	['mailing_list', { 'List-Unsubscribe': '<mailto:leave@example.org>' }],
	['mailing_list', { Precedence: 'bulk' }],
	[
		'mailing_list',
		{ To: Array.from({ length: 21 }, (_, n) => `p${n}@example.com`).join(',\r\n ') }
	],
	['nobody_named', { From: '', To: 'undisclosed-recipients:;' }]
] as const)('left out as %s: %o', (reason, headers) => {
	expect(read(headers)).toEqual({ kind: 'refused', line: 7, reason, excerpt: '' });
});

test.each<Record<string, string>>([
	{ From: 'Noreen Plyer <noreplyer@example.com>' },
	{ From: 'Robot Notify <ann.notifyer@example.com>' },
	{ 'Auto-Submitted': 'no' },
	{ 'X-Gmail-Labels': 'Inbox,Sent to me,Chatham' },
	{ 'X-Mozilla-Status': '0001' },
	{ To: Array.from({ length: 20 }, (_, n) => `p${n}@example.com`).join(', ') }
])('written by somebody: %o', (headers) => {
	expect(read(headers).kind).toBe('record');
});

test.each([
	['Sent', 'mine'],
	['=?UTF-8?Q?Messages_envoy=C3=A9s,Ouvert?=', 'mine'],
	['Inbox', undefined]
])('the label %s says the direction: %s', (label, direction) => {
	const row = read({ 'X-Gmail-Labels': label });
	expect(row).toMatchObject({ record: { kind: 'message' } });
	expect(
		row.kind === 'record' && 'direction' in row.record ? row.record.direction : undefined
	).toBe(direction);
});

test('without a date that can be read it is that of the delivery or of the mailbox', () => {
	const received = 'by mx.example.org; Sun, 22 Nov 2026 10:00:00 +0000';
	const envelope = 'From 12:00@xxx Sat Nov 21 10:00:00 +0000 2026';
	expect(read({ Date: 'soon', Received: received }, envelope)).toMatchObject({
		record: { sentAt: '2026-11-22T10:00:00Z', unread: [{ field: 'sentAt', value: 'soon' }] }
	});
	expect(read({ Date: '' }, envelope)).toMatchObject({
		record: { sentAt: '2026-11-21T10:00:00Z', unread: [] }
	});
	expect(read({ Date: '' })).not.toHaveProperty('record.sentAt');
});

test('a conversation is what Gmail says, or what the message answers, or itself', () => {
	expect(read({ 'X-GM-THRID': '155', References: '<0@x>' })).toHaveProperty(
		'record.thread',
		'gmail:155'
	);
	expect(read({ 'In-Reply-To': '<2@x> (Kathy)' })).toHaveProperty('record.thread', '2@x');
	expect(read({})).toHaveProperty('record.thread', '1@mail.example.com');
	expect(read({ 'Message-ID': '' })).toHaveProperty('record.thread', 'line:7');
});

test('folded, repeated and strangely written headers are read', () => {
	const text = [
		'>From somebody Mon Nov 23 06:30:31 2026',
		'FROM : Dean',
		'\t<dean@example.com>',
		'no header at all',
		'to: kathy@example.org',
		'To: zoe@example.net',
		'Date: Mon, 23 Nov 2026',
		' 06:30:31 +0000'
	].join('\n');
	expect(readMessage(text, { line: 1, envelope: '' })).toMatchObject({
		record: {
			from: { fullName: 'Dean', email: 'dean@example.com' },
			to: [{ email: 'kathy@example.org' }, { email: 'zoe@example.net' }],
			sentAt: '2026-11-23T06:30:31Z'
		}
	});
});
