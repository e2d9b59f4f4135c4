import { expect, test } from 'vitest';
import { judgeSmtpError } from '#lib/mail/delivery.ts';

const refused = (why: string) => ({ outcome: 'refused', why });
const deferred = (why: string) => ({ outcome: 'deferred', why });

test.each([
	[{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, refused('address_refused')],
	[{ code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' }, refused('sender_refused')],
	[{ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, refused('rejected')],
	[{ code: 'EMESSAGE' }, refused('rejected')],
	[{ code: 'EENVELOPE' }, refused('address_refused')],
	[{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, deferred('server_busy')],
	[{ code: 'EMESSAGE', responseCode: 451, command: 'DATA' }, deferred('server_busy')],
	[{ code: 'EENVELOPE', responseCode: 503, command: 'DATA' }, deferred('server_busy')],
	[{ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, deferred('server_unreachable')],
	[{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, deferred('sign_in_refused')],
	[{ code: 'ESOCKET', command: 'CONN' }, deferred('server_unreachable')],
	[{}, deferred('server_unreachable')]
])('before the letter was begun, %j means %j', (error, expected) => {
	expect(judgeSmtpError(error, false)).toEqual(expected);
});

test.each([
	{ code: 'ECONNECTION', command: 'CONN' },
	{ code: 'ETIMEDOUT' },
	{ code: 'EABORT' },
	{}
])('once the letter was begun, %j leaves it uncertain', (error) =>
	expect(judgeSmtpError(error, true)).toEqual({ outcome: 'uncertain' })
);

test('a clear no to the whole letter is no uncertainty', () => {
	expect(judgeSmtpError({ code: 'EMESSAGE', responseCode: 451, command: 'DATA' }, true)).toEqual(
		deferred('server_busy')
	);
});
