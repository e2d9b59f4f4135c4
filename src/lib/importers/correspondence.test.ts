import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeenKeys, spread } from '#lib/importers/correspondence-keys.ts';
import { Correspondence, messageKey } from '#lib/importers/correspondence.ts';
import type { MeetingRecord, MessageRecord, Somebody } from '#lib/importers/record.ts';

const kathy = { fullName: 'Kathy', email: 'kathy@example.org' };
const dean = { fullName: 'Dean De Morgan', email: 'dean@example.com' };
const zoe = { fullName: 'Zoé', email: 'zoe@example.net' };
const own = new Set(['email kathy@example.org']);

function mail(
	from: Somebody,
	to: Somebody[],
	day: string,
	more: Partial<MessageRecord> = {}
): MessageRecord {
	const sentAt = `${day}T10:00:00Z`;
	return {
		kind: 'message',
		via: 'email',
		line: 1,
		from,
		to,
		sentAt,
		thread: 't',
		unread: [],
		...more
	};
}

function meeting(startsAt: string, people: Somebody[], line = 1): MeetingRecord {
	return { kind: 'meeting', line, startsAt, people, size: people.length, unread: [] };
}

function counted(records: readonly (MessageRecord | MeetingRecord)[], until?: string) {
	const correspondence = new Correspondence(until === undefined ? {} : { until });
	for (const record of records) correspondence.add(record);
	return correspondence;
}

test('what two people wrote to each other is added up both ways', () => {
	const records = [
		mail(dean, [kathy], '2011-05-03', { line: 30, thread: 'a' }),
		mail(dean, [kathy], '2009-01-01', { line: 25, thread: 'b' }),
		mail(kathy, [dean, zoe], '2011-05-04', { line: 10, thread: 'a' }),
		mail(dean, [kathy, zoe], '2009-01-01', { line: 20, thread: 'b' }),
		mail(zoe, [dean, kathy], '2012-01-01', { line: 5, thread: 'c', sentAt: undefined })
	];
	expect(counted(records).settle(own)).toEqual([
		{
			person: dean,
			via: 'email',
			theirs: 3,
			mine: 1,
			first: '2009-01-01',
			last: '2011-05-04',
			threads: 2,
			smallest: 2,
			lines: { first: 20, last: 10 }
		},
		{
			person: zoe,
			via: 'email',
			theirs: 1,
			mine: 1,
			first: '2011-05-04',
			last: '2011-05-04',
			threads: 2,
			smallest: 3,
			lines: { first: 10, last: 10 }
		}
	]);
});

test('a copy of what others wrote to each other ties the member to its sender alone', () => {
	const settled = counted([mail(dean, [zoe, kathy], '2011-05-03')]).settle(own);
	expect(settled.map(({ person }) => person)).toEqual([dean]);
});

test('the same message twice counts once, by its own name or by all that is known of it', () => {
	const twice = (key: string) => [
		mail(dean, [kathy], '2011-05-03', { key }),
		mail(dean, [kathy], '2011-05-04', { key, line: 9 })
	];
	expect(counted(twice('1@x')).settle(own)).toMatchObject([{ theirs: 1 }]);
	expect(counted(twice('')).settle(own)).toMatchObject([{ theirs: 2 }]);
	const same = mail(dean, [kathy], '2011-05-03');
	expect(counted([same, { ...same, line: 2 }]).settle(own)).toMatchObject([{ theirs: 1 }]);
	expect(messageKey(same)).not.toBe(messageKey({ ...same, to: [kathy, zoe] }));
});

test('meetings are counted by day, those to come are not', () => {
	const records = [
		meeting('2020-01-01', [kathy, dean], 4),
		meeting('2020-02-01T10:00:00Z', [dean, kathy, zoe], 8),
		meeting('2031-01-01', [kathy, dean])
	];
	const [withDean, withZoe] = counted(records, '2026-01-01').settle(own);
	expect(withDean).toMatchObject({
		via: 'meeting',
		theirs: 2,
		mine: 0,
		smallest: 2,
		last: '2020-02-01'
	});
	expect(withZoe).toMatchObject({ theirs: 1, smallest: 3, lines: { first: 8, last: 8 } });
});

test('who sent what the file calls sent is the member, under any address', () => {
	const old = { fullName: 'Kathy', email: 'kathy@old.example.org' };
	const correspondence = counted([mail(old, [dean], '2001-01-01', { direction: 'mine' })]);
	expect(correspondence.guessMe()).toEqual({
		keys: new Set(['email kathy@old.example.org']),
		share: 1
	});
	expect(correspondence.settle(new Set())).toMatchObject([{ person: dean, mine: 1, theirs: 0 }]);
});

test('the member is guessed from being in nearly everything, and not when anybody else is too', () => {
	const days = Array.from({ length: 20 }, (_, n) => `2020-01-${String(n + 1).padStart(2, '0')}`);
	const mixed = days.map((day, n) => mail(n % 2 ? dean : zoe, [kathy], day));
	expect(counted(mixed).guessMe()).toEqual({ keys: own, share: 1 });
	expect(counted(days.map((day) => mail(dean, [kathy], day))).guessMe()).toBeNull();
	expect(counted(mixed.slice(0, 5)).guessMe()).toBeNull();
	expect(counted([]).guessMe()).toBeNull();
});

function called(fullName: string): Somebody {
	return { ...dean, fullName };
}

test('a person is called as they call themselves', () => {
	const records = [
		mail(kathy, [called('My dearest friend Dean')], '2020-01-01'),
		mail(called(''), [kathy], '2020-01-02'),
		mail(called('Dean'), [kathy], '2020-01-03'),
		mail(called('Dean De Morgan'), [kathy], '2020-01-04')
	];
	for (const order of [records, records.toReversed()])
		expect(counted(order).settle(own)[0]?.person.fullName).toBe('Dean De Morgan');
});

test('many conversations are estimated', () => {
	const records = Array.from({ length: 5000 }, (_, n) =>
		mail(dean, [kathy], '2020-01-01', { thread: `thread ${n % 1000}`, key: String(n) })
	);
	const [exchange] = counted(records).settle(own);
	expect(exchange?.threads).toBeGreaterThan(700);
	expect(exchange?.threads).toBeLessThan(1300);
});

test('the order of the records does not change the result', () => {
	const people = fc.constantFrom(
		kathy,
		dean,
		zoe,
		{ ...dean, fullName: 'Dean' },
		{ fullName: 'Paul' }
	);
	const days = fc.constantFrom('2001-01-01', '2011-05-03', '2020-02-02');
	const message = fc
		.tuple(people, fc.array(people, { maxLength: 3 }), days, fc.constantFrom('a', 'b'))
		.map(([from, to, day, thread]) => mail(from, to, day, { thread }));
	const gathering = fc
		.tuple(days, fc.array(people, { minLength: 1, maxLength: 4 }))
		.map(([day, met]) => meeting(day, met));
	const records = fc
		.array(fc.oneof(message, gathering), { maxLength: 30 })
		.map((all) => new Map(all.map((one) => [messageKey(one), one])))
		.map((all) => [...all.values()].map((one, line) => ({ ...one, line })));
	const shuffled = records.chain((all) =>
		fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
	);
	fc.assert(
		fc.property(shuffled, ([all, other]) => {
			expect(counted(other).settle(own)).toEqual(counted(all).settle(own));
			expect(counted(other).guessMe()).toEqual(counted(all).guessMe());
			expect(counted([...all, ...other]).settle(own)).toEqual(counted(all).settle(own));
		})
	);
});

test('keys that were seen are known again, and hardly two texts give one number', () => {
	const seen = new SeenKeys();
	const keys = Array.from({ length: 20_000 }, (_, n) => `<${n}@mail.example.com>`);
	expect(keys.every((key) => seen.add(key))).toBe(true);
	expect(keys.some((key) => seen.add(key))).toBe(false);
	expect(new Set(keys.map(spread)).size).toBe(keys.length);
});
