import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendar, calendarRows } from '#lib/importers/calendar.ts';
import type { ImportRow, MeetingRecord } from '#lib/importers/record.ts';
import { piecesOf } from '../../../tests/support/connections-file.ts';

const guests = [
	'ORGANIZER;CN=Dean De Morgan:mailto:dean@example.com',
	'ATTENDEE;CN="Kathy";PARTSTAT=ACCEPTED:mailto:kathy@example.org'
];

function event(...lines: string[]): string {
	return ['BEGIN:VEVENT', 'UID:1@example.com', ...guests, ...lines, 'END:VEVENT', ''].join('\r\n');
}

function file(...parts: string[]): string {
	return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${parts.join('')}END:VCALENDAR\r\n`;
}

function read(text: string, until?: string): Promise<ImportRow[]> {
	return Array.fromAsync(until ? calendarRows([text], { until }) : calendar.rows([text]));
}

function meetings(rows: readonly ImportRow[]): MeetingRecord[] {
	return rows.flatMap((row) =>
		row.kind === 'record' && row.record.kind === 'meeting' ? [row.record] : []
	);
}

async function starts(text: string, until?: string): Promise<string[]> {
	return meetings(await read(text, until)).map(({ startsAt }) => startsAt);
}

function reasons(rows: readonly ImportRow[]): string[] {
	return rows.flatMap((row) => (row.kind === 'refused' ? [row.reason] : []));
}

test('an event tells who met when, and nothing of what it was about', async () => {
	const text = file(
		event(
			'DTSTART;TZID=Europe/Paris:20260525T100000',
			'SUMMARY:A secret',
			'ATTENDEE;PARTSTAT=DECLINED:mailto:away@example.net',
			'ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@example.net',
			`ATTENDEE:mailto:room@${'resource.calendar'}.google.com`,
			'ATTENDEE;CN="Lefèvre, Zoé":MAILTO:Zoe@Exam',
			' ple.net',
			'ATTENDEE;CN=Pierre;EMAIL=pierre@example.net:/principals/7',
			'BEGIN:VALARM',
			'ATTENDEE:mailto:alarm@example.net',
			'END:VALARM'
		)
	);
	expect(await read(text)).toEqual([
		{
			kind: 'record',
			record: {
				kind: 'meeting',
				line: 3,
				startsAt: '2026-05-25T08:00:00Z',
				people: [
					{ fullName: 'Dean De Morgan', email: 'dean@example.com' },
					{ fullName: 'Kathy', email: 'kathy@example.org' },
					{ fullName: 'Zoé Lefèvre', email: 'zoe@example.net' },
					{ fullName: 'Pierre', email: 'pierre@example.net' }
				],
				size: 4,
				key: '1@example.com',
				unread: []
			}
		}
	]);
});

test.each([
	['DTSTART:20260525T100000Z', '2026-05-25T10:00:00Z'],
	['DTSTART;VALUE=DATE:20260525', '2026-05-25'],
	['DTSTART;TZID=America/New_York:20260105T100000', '2026-01-05T15:00:00Z'],
	['DTSTART;TZID="/example.org/2026/Europe/Paris":20260525T100000', '2026-05-25T08:00:00Z'],
	['DTSTART;TZID=Europe/Paris:20260329T013000', '2026-03-29T00:30:00Z'],
	['DTSTART;TZID=Europe/Paris:20260329T033000', '2026-03-29T01:30:00Z'],
	['DTSTART;TZID=Nowhere:20260525T100000', '2026-05-25T10:00:00Z'],
	['DTSTART:20260525T100000', '2026-05-25T10:00:00Z']
])('%s is %s', async (start, moment) => {
	expect(await starts(file(event(start)))).toEqual([moment]);
});

test('a zone that only the calendar knows is the one it describes; without a zone, its own', async () => {
	const zone = [
		'BEGIN:VTIMEZONE',
		'TZID:Romance Standard Time',
		'BEGIN:STANDARD',
		'DTSTART:16010101T030000',
		'TZOFFSETFROM:+0200',
		'TZOFFSETTO:+0100',
		'END:STANDARD',
		'BEGIN:STANDARD',
		'DTSTART:19701025T030000',
		'TZOFFSETTO:+0100',
		'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
		'END:STANDARD',
		'BEGIN:DAYLIGHT',
		'DTSTART:19700329T020000',
		'TZOFFSETTO:+0200',
		'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
		'END:DAYLIGHT',
		'END:VTIMEZONE\r\n'
	].join('\r\n');
	const summer = event('DTSTART;TZID=Romance Standard Time:20260525T100000');
	const winter = event('DTSTART;TZID="Romance Standard Time":20260105T100000');
	expect(await starts(file(zone, summer, winter))).toEqual([
		'2026-05-25T08:00:00Z',
		'2026-01-05T09:00:00Z'
	]);
	const floating = event('DTSTART:20260525T100000');
	expect(await starts(file('X-WR-TIMEZONE:Europe/Paris\r\n', floating))).toEqual([
		'2026-05-25T08:00:00Z'
	]);
});

test('a meeting that comes back is as many times as took place', async () => {
	const series = event(
		'DTSTART;TZID=Europe/Paris:20260302T100000',
		'RRULE:FREQ=WEEKLY;UNTIL=20260406T080000Z',
		'EXDATE;TZID=Europe/Paris:20260309T100000',
		'EXDATE;VALUE=DATE:20260316',
		'RDATE:20260304T100000Z,20260305T100000Z'
	);
	const moved = event(
		'RECURRENCE-ID;TZID=Europe/Paris:20260323T100000',
		'DTSTART;TZID=Europe/Paris:20260324T110000'
	);
	const calledOff = event(
		'RECURRENCE-ID:20260330T080000Z',
		'DTSTART:20260330T080000Z',
		'STATUS:CANCELLED'
	);
	const rows = await read(file(moved, series, calledOff), '2027-01-01');
	expect(meetings(rows).map(({ startsAt, line }) => `${line} ${startsAt}`)).toEqual([
		'3 2026-03-24T10:00:00Z',
		'10 2026-03-02T09:00:00Z',
		'10 2026-03-04T10:00:00Z',
		'10 2026-03-05T10:00:00Z',
		'10 2026-04-06T08:00:00Z'
	]);
	expect(reasons(rows)).toEqual(['cancelled']);
	const keys = meetings(rows).map(({ key }) => key);
	expect(new Set(keys).size).toBe(keys.length);
});

test('it ends with the last date of the file, or the moment one gives', async () => {
	const stamped = event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY', 'DTSTAMP:20260304T120000Z');
	expect(await starts(file(stamped))).toHaveLength(3);
	expect(await starts(file(stamped), '2026-03-10')).toHaveLength(8);
	expect(await starts(file(stamped), '2020-01-01')).toEqual(['2026-03-02T10:00:00Z']);
	const unstamped = event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY');
	const later = event('DTSTART:20260303T110000Z');
	expect(await starts(file(unstamped, later))).toHaveLength(3);
});

test('of a daily meeting of twenty years the first and the latest five hundred are told', async () => {
	const daily = event('DTSTART:19900101T100000Z', 'RRULE:FREQ=DAILY');
	const found = await starts(file(daily), '2026-01-01T12:00:00Z');
	expect(found).toHaveLength(500);
	expect([found[0]?.slice(0, 4), found.at(-1)]).toEqual(['2006', '2026-01-01T10:00:00Z']);
});

test.each([
	['undated', event()],
	['undated', event('DTSTART:20260230')],
	['cancelled', event('DTSTART:20260525', 'STATUS:CANCELLED')],
	['cancelled', event('DTSTART:20260525', 'RRULE:FREQ=DAILY;COUNT=1', 'EXDATE:20260525')],
	['incomplete', event('DTSTART:20260525').replace('END:VEVENT\r\n', '')],
	['too_long', event(...Array.from({ length: 300 }, () => `ATTENDEE:${'x'.repeat(9000)}`))],
	['nobody_named', 'BEGIN:VEVENT\r\nDTSTART:20260525\r\nEND:VEVENT\r\n']
])('left out as %s', async (reason, text) => {
	expect(reasons(await read(file(text)))).toEqual([reason]);
});

test('the owner of the calendar alone met nobody, and did not meet where they declined', async () => {
	const owner = 'X-WR-CALNAME:kathy@example.org\r\n';
	const alone = event('DTSTART:20260525').replace(`${guests[0]}\r\n`, '');
	expect(reasons(await read(file(owner, alone)))).toEqual(['nobody_named']);
	const declined = event('DTSTART:20260525').replace('ACCEPTED', 'DECLINED');
	expect(reasons(await read(file(owner, declined)))).toEqual(['cancelled']);
	expect(reasons(await read(file('METHOD:CANCEL\r\n', event('DTSTART:20260525'))))).toEqual([
		'cancelled'
	]);
});

test('of a meeting of hundreds fifty are named and all are counted', async () => {
	const crowd = Array.from({ length: 300 }, (_, n) => `ATTENDEE:mailto:p${n}@example.net`);
	const [meeting] = meetings(await read(file(event('DTSTART:20260525', ...crowd))));
	expect(meeting?.people).toHaveLength(50);
	expect(meeting?.people[0]?.email).toBe('dean@example.com');
	expect(meeting?.size).toBe(302);
});

test('tasks and busy times are passed over, and an unfinished event does not hide the next', async () => {
	const todo = 'BEGIN:VTODO\r\nBEGIN:VALARM\r\nEND:VALARM\r\nDTSTART:20260525\r\nEND:VTODO\r\n';
	const unfinished = event('DTSTART:20260525').replace('END:VEVENT\r\n', '');
	const rows = await read(file(todo, unfinished, event('DTSTART:20260526')));
	expect(reasons(rows)).toEqual(['incomplete']);
	expect(meetings(rows)).toHaveLength(1);
});

test('a calendar is recognised, a card is not', () => {
	expect(calendar.recognise('\r\nbegin:vcalendar\r\n')).toBe(true);
	expect(calendar.recognise('BEGIN:VEVENT\n')).toBe(true);
	expect(calendar.recognise('BEGIN:VCARD\r\n')).toBe(false);
	expect(calendar.recognise('Name,Email\n')).toBe(false);
});

const line = fc.constantFrom(
	'BEGIN:VEVENT',
	'END:VEVENT',
	'BEGIN:VTIMEZONE',
	'END:VTIMEZONE',
	'BEGIN:VALARM',
	'END:VALARM',
	'TZID:X',
	'DTSTART:20260525T100000',
	'DTSTART;TZID=X:20260525T100000',
	'RRULE:FREQ=WEEKLY;COUNT=3',
	'RECURRENCE-ID:20260601T100000',
	'UID:1',
	...guests,
	' folded',
	'ATTENDEE;CN="open:mailto:x@example.com',
	'é;:,"',
	''
);

test('any lines, cut short anywhere and in any pieces, are read the same and without a fault', async () => {
	const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\r\n'));
	await fc.assert(
		fc.asyncProperty(text, fc.nat(), fc.integer({ min: 1, max: 50 }), async (all, cut, piece) => {
			const short = all.slice(0, all.length - (cut % (all.length + 1)));
			const rows = await read(short);
			const pieces = await Array.fromAsync(calendar.rows(piecesOf(short, piece)));
			expect(pieces).toEqual(rows);
			const told = new Set(rows.map((row) => (row.kind === 'record' ? row.record.line : row.line)));
			const unfolded = short.replace(/\r?\n[ \t]/g, '');
			expect(told.size).toBe(unfolded.match(/^BEGIN:VEVENT\b(?!\S)/gm)?.length ?? 0);
		}),
		{ numRuns: 500 }
	);
});
