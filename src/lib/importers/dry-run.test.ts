import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dryRun } from '#lib/importers/dry-run.ts';
import { KnownContacts } from '#lib/importers/known-contacts.ts';
import { planBatch, type BatchRow } from '#lib/importers/plan-batch.ts';
import type { ContactRecord, ImportRecord, ImportRow } from '#lib/importers/record.ts';
import { toldPerson } from '#lib/importers/told-person.ts';

const now = '2026-11-23T06:30:31Z';

function contact(told: Partial<ContactRecord>): ImportRow {
	return record({
		kind: 'contact',
		line: 1,
		givenName: '',
		familyName: '',
		fullName: 'Zoé Martin',
		emails: [],
		phones: [],
		links: [],
		unread: [],
		...told
	});
}

function record(one: ImportRecord): ImportRow {
	return { kind: 'record', record: one };
}

/** How the rows of one file end, or of several. */
function ends(...files: ImportRow[][]): unknown[] {
	const run = dryRun({ now, country: 'FR' });
	return files.flatMap((rows) => {
		run.begin();
		return rows.map((row) => run.take(row));
	});
}

const profile = 'https://www.linkedin.com/in/zoe';

describe('people', () => {
	test.each<[string, Partial<ContactRecord>[], string[]]>([
		['the same twice', [{ profile }, { profile }], ['created', 'unchanged']],
		[
			'the profile with an address',
			[{ profile }, { profile, emails: ['zoe@example.com'] }],
			['created', 'updated']
		],
		[
			'one number in two ways',
			[
				{ profile, phones: ['06 39 98 00 01'] },
				{ profile, phones: ['+33639980001'] }
			],
			['created', 'unchanged']
		],
		[
			'an address without the profile',
			[{ profile, emails: ['zoe@example.com'] }, { emails: ['zoe@example.com'] }],
			['created', 'unchanged']
		],
		[
			'one address of two profiles',
			[
				{ profile, emails: ['us@example.com'] },
				{ profile: `${profile}2`, emails: ['us@example.com'] }
			],
			['created', 'created']
		],
		[
			'only a name',
			[{}, {}, { company: 'Acme' }, { company: 'Acme' }],
			['created', 'unchanged', 'created', 'unchanged']
		],
		[
			'a company where none was known',
			[{ profile }, { profile, company: 'Acme' }, { profile, company: 'Other' }],
			['created', 'updated', 'unchanged']
		]
	])('%s', (_, people, expected) => {
		expect(ends(people.map(contact))).toEqual(expected);
	});

	test('a later file may say otherwise, once', () => {
		const acme = contact({ profile, company: 'Acme' });
		const other = contact({ profile, company: 'Other' });
		expect(ends([acme], [other, acme, other])).toEqual([
			'created',
			'updated',
			'unchanged',
			'unchanged'
		]);
	});
});

test('an exchange told again is unchanged, one to come is refused', () => {
	const from = { fullName: 'Dean', email: 'dean@example.com' };
	const message = record({
		kind: 'message',
		via: 'email',
		line: 1,
		from,
		to: [],
		thread: 't',
		key: '1@x',
		unread: []
	});
	const meeting = (startsAt: string) =>
		record({ kind: 'meeting', line: 2, startsAt, people: [from], size: 2, unread: [] });
	const past = meeting('2026-05-25T08:00:00Z');
	expect(ends([message, message, past, past, meeting('2026-12-01')])).toEqual([
		'created',
		'unchanged',
		'created',
		'unchanged',
		{ refused: 'to_come' }
	]);
});

test('what is told of the member counts once', () => {
	const posts = ['CFO', 'CFO', 'CEO'].map((title, index) =>
		record({ kind: 'position', line: index + 1, company: 'Acme', title, unread: [] })
	);
	expect(ends(posts)).toEqual(['created', 'unchanged', 'created']);
});

/** Of each thing few, so that rows repeat each other; who has a profile always shows it. */
const rows = fc.array(
	fc.record({
		who: fc.constantFrom('zoe', 'dean', 'nobody'),
		withEmail: fc.boolean(),
		company: fc.constantFrom(undefined, 'Acme', 'Other'),
		phones: fc.subarray(['+33639980001', '06 39 98 00 01', '06 39 98 00 02']),
		connectedOn: fc.constantFrom(undefined, '2015-03-04')
	})
);

test('it counts what an import of the file into an empty book counts', () => {
	fc.assert(
		fc.property(rows, (told) => {
			const people = told.map(({ who, withEmail, ...rest }, index) =>
				contact({
					...rest,
					line: index + 1,
					fullName: who === 'nobody' ? `Nobody ${index}` : who,
					emails: who === 'dean' || (who === 'zoe' && withEmail) ? [`${who}@example.com`] : [],
					...(who === 'zoe' && { profile })
				})
			);
			const run = dryRun({ now, country: 'FR' });
			for (const row of people) run.take(row);
			expect(run.counts()).toEqual(planned(people));
		}),
		{ numRuns: 1000 }
	);
});

function planned(people: readonly ImportRow[]) {
	const batch = people.flatMap((row): BatchRow[] => {
		if (row.kind === 'refused' || row.record.kind !== 'contact') return [];
		const person = toldPerson(row.record, 'FR');
		const { line: _line, unread: _unread, ...said } = person;
		return [{ kind: 'person', person: { ...person, mark: JSON.stringify(said) } }];
	});
	return planBatch(batch, new KnownContacts(), String).counts;
}
