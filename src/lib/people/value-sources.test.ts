import { expect, it } from 'vitest';
import type { ContactEvent } from '#lib/people/contact-event.ts';
import { valueSources } from '#lib/people/value-sources.ts';

const row = (importId: string, line: number, changed?: string): ContactEvent => ({
	kind: 'imported',
	importId,
	file: '',
	line,
	...(changed ? { changes: [{ field: changed, from: '', to: 'x' }] } : {}),
	unread: []
});
const sheet = {
	fullName: 'Pierre Y',
	company: 'Acme',
	position: 'Clerk',
	details: [],
	positions: []
};
const from = (importId: string, line: number) => ({ importId, file: '', line });

it('gives each value to the row that last told it', () => {
	const history = [row('late', 7, 'position'), row('early', 4)];
	expect(valueSources(sheet, history)).toEqual([
		{ source: from('early', 4), values: ['Pierre Y', 'Acme'] },
		{ source: from('late', 7), values: ['Clerk'] }
	]);
});

it('gives to a hand what a hand wrote, also after a file', () => {
	const edited: ContactEvent = { kind: 'edited', fields: ['company'], removed: [] };
	expect(valueSources(sheet, [edited, row('one', 4)])).toEqual([
		{ source: from('one', 4), values: ['Pierre Y', 'Clerk'] },
		{ source: null, values: ['Acme'] }
	]);
	expect(valueSources(sheet, [row('one', 4, 'company'), { kind: 'created' }])).toEqual([
		{ source: null, values: ['Pierre Y', 'Clerk'] },
		{ source: from('one', 4), values: ['Acme'] }
	]);
});

it('knows details and posts by what is kept with them, and leaves out what is empty', () => {
	const inside = { importId: 'one', file: 'Contacts.csv', line: 2 };
	const told = {
		...sheet,
		company: '',
		position: '',
		details: [{ ...inside, value: 'p@example.com' }],
		positions: [
			{ ...inside, company: 'Acme', title: 'Clerk' },
			{ importId: null, file: '', line: null, company: 'Bull', title: '' }
		]
	};
	expect(valueSources(told, [{ kind: 'created' }])).toEqual([
		{ source: null, values: ['Pierre Y', 'Bull'] },
		{ source: inside, values: ['p@example.com', 'Clerk, Acme'] }
	]);
});
