import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRow } from '#lib/people/contact-form-row.ts';
import { typedContact, typedFrom } from '#lib/people/contact-typed.ts';
import { readContactForm } from '#lib/people/read-contact-form.ts';

function sent(fields: [string, string][]) {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return typedContact(form);
}

const named: [string, string][] = [['givenName', ' Pierre ']];

const post = (from: string, to: string): [string, string][] => [
	...named,
	['positionCompany', 'ACME'],
	['positionTitle', ''],
	['positionStartedOn', from],
	['positionEndedOn', to]
];

describe('a contact’s form', () => {
	it('is normalised, with the numbers of the member’s country', () => {
		const typed = sent([
			...named,
			['email', 'Pierre@Example.COM'],
			['email', ''],
			['phone', '06 39 98 12 34'],
			['profile', 'fr.linkedin.com/in/Pierre-Y?trk=x'],
			['link', 'pierre.example.org/cv'],
			['metOn', 'mars 2011'],
			['closeness', 'distant'],
			['register', 'tu'],
			['locale', 'fr']
		]);
		const read = readContactForm(typed, 'FR');
		expect(read).toMatchObject({
			ok: true,
			draft: { givenName: 'Pierre', metOn: '2011-03', closeness: 'distant', register: 'tu' }
		});
		expect(read.ok && read.draft.details).toEqual([
			{ kind: 'email', value: 'pierre@example.com', normalised: 'pierre@example.com' },
			{ kind: 'phone', value: '+33 6 39 98 12 34', normalised: '+33639981234' },
			{
				kind: 'profile',
				value: 'https://www.linkedin.com/in/pierre-y',
				normalised: 'https://www.linkedin.com/in/pierre-y'
			},
			{
				kind: 'link',
				value: 'https://pierre.example.org/cv',
				normalised: 'pierre.example.org/cv'
			}
		]);
	});

	it('says beside each field what is wrong, and only there', () => {
		const typed = sent([
			['email', 'pierre@example.com'],
			['email', 'pierre@'],
			['phone', '06 39 98 12 34'],
			['profile', 'example.com/pierre'],
			['link', 'javascript:alert(1)'],
			['metOn', 'last summer'],
			['positionCompany', 'ACME'],
			['positionTitle', ''],
			['positionStartedOn', '2003'],
			['positionEndedOn', '1999'],
			['positionCompany', ''],
			['positionTitle', 'CFO'],
			['positionStartedOn', ''],
			['positionEndedOn', '']
		]);
		expect(readContactForm(typed)).toEqual({
			ok: false,
			errors: {
				givenName: 'name_missing',
				'emails.1': 'not_an_email',
				'phones.0': 'country_missing',
				'profile.0': 'not_a_profile',
				'links.0': 'not_a_link',
				metOn: 'not_a_date',
				'positions.0.endedOn': 'ends_before_start',
				'positions.1.company': 'company_missing'
			}
		});
	});

	it('compares two dates as far as both are known', () => {
		expect(readContactForm(sent(post('03/2011', '2011'))).ok).toBe(true);
		expect(readContactForm(sent(post('03/2011', '02/2011'))).ok).toBe(false);
	});

	it('keeps one of two details that are the same', () => {
		const typed = sent([...named, ['email', 'a@example.com'], ['email', 'A@EXAMPLE.com']]);
		const read = readContactForm(typed);
		expect(read.ok && read.draft.details).toHaveLength(1);
	});

	it('gets one row more without losing what was typed', () => {
		const typed = sent([...named, ['email', 'half@']]);
		expect(withRow(typed, 'emails').emails).toEqual(['half@', '']);
		expect(withRow(typed, 'positions').positions).toHaveLength(1);
		expect(withRow(typed, 'nonsense')).toEqual(typed);
	});

	it('shown again and sent again says the same', () => {
		const pair = fc.tuple(
			fc.constantFrom('email', 'phone', 'link', 'metOn', 'company', 'notes', 'profile'),
			fc.constantFrom('', 'a@example.com', '+33639981234', 'example.org/x?y=1', '2011', 'été')
		);
		fc.assert(
			fc.property(fc.array(pair, { maxLength: 8 }), (fields) => {
				const first = readContactForm(sent([...named, ...fields]), 'FR');
				if (!first.ok) return;
				expect(readContactForm(typedFrom(first.draft), 'FR')).toEqual(first);
			})
		);
	});

	it('never throws, whatever is sent', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (fields) => {
				readContactForm(sent([...fields, ['email', fields[0]?.[0] ?? '']]), 'FR');
			})
		);
	});
});
