import {
	compareEmails,
	compareNumbers,
	type EmailForm,
	emailForm
} from '#lib/matching/compare-addresses.ts';
import { compareDates } from '#lib/matching/compare-dates.ts';
import { compareNames } from '#lib/matching/compare-names.ts';
import {
	compareCompanies,
	compareTexts,
	compareWords,
	type TextForm,
	textForm
} from '#lib/matching/compare-texts.ts';
import { buildColumn, type Column, type ValueTable, valueTable } from '#lib/matching/column.ts';
import { type Level, level } from '#lib/matching/level.ts';
import { fieldAt, type MatchField, matchFields } from '#lib/matching/match-field.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { type NameForm, nameForm } from '#lib/matching/name-form.ts';
import { readValues, type ReadValues } from '#lib/matching/read-values.ts';

/** A field that is read from records; `order` is not, it comes of comparing names. */
export type ColumnField = Exclude<MatchField, 'order'>;

/** A column and the place of its field. */
interface PlainColumn {
	at: number;
	column: Column;
}

/** Compared together with others. */
const entangled: readonly MatchField[] = [
	'order',
	'givenName',
	'familyName',
	'spelling',
	'employer'
];

/** Records as columns of numbered values: what is compared millions of times holds no text. */
export interface MatchTable {
	count: number;
	ids: readonly string[];
	columns: Readonly<Record<ColumnField, Column>>;
	/** Those that are compared each by itself, in the order of fields; without those that nobody fills. */
	plain: readonly PlainColumn[];
	/** Of given and family names, which share their numbers. */
	names: ValueTable<NameForm>;
	emails: ValueTable<EmailForm>;
	/** The values of each record, for the keys by which records find each other. */
	values: readonly ReadValues[];
}

/** Reads records into a table; a record's place in it is its place among `records`. */
export function matchTable(records: readonly MatchRecord[]): MatchTable {
	const values = records.map(readValues);
	const names = valueTable(nameForm);
	const emails = valueTable(emailForm);
	const column = <Form>(
		field: ColumnField,
		table: ValueTable<Form>,
		compare: (one: Form, other: Form) => Level
	) => buildColumn(columnOf(values, field), values.length, table, compare);
	const companies = valueTable(textForm);
	const texts = (field: ColumnField, compare: (one: TextForm, other: TextForm) => Level) =>
		column(field, valueTable(textForm), compare);
	const numbers = (field: ColumnField, compare: (one: string, other: string) => Level) =>
		column(field, valueTable(asItIs), compare);
	const columns = {
		givenName: column('givenName', names, compareNames),
		familyName: column('familyName', names, compareNames),
		spelling: numbers('spelling', neverAlike),
		birthDate: numbers('birthDate', compareDates),
		nationalId: numbers('nationalId', compareNumbers),
		email: column('email', emails, compareEmails),
		phone: numbers('phone', compareNumbers),
		profile: numbers('profile', onlyTheSame),
		company: column('company', companies, compareCompanies),
		employer: column('employer', companies, compareCompanies),
		position: texts('position', compareTexts),
		street: texts('street', compareTexts),
		streetNumber: numbers('streetNumber', compareNumbers),
		city: texts('city', compareWords),
		postcode: numbers('postcode', compareNumbers),
		region: texts('region', compareWords),
		country: texts('country', compareWords)
	};
	return {
		count: records.length,
		ids: records.map(({ id }) => id),
		names,
		emails,
		values,
		columns,
		plain: plainOf(columns)
	};
}

function plainOf(columns: MatchTable['columns']): PlainColumn[] {
	return matchFields
		.filter((field): field is ColumnField => !entangled.includes(field))
		.map((field) => ({ at: fieldAt[field], column: columns[field] }))
		.filter(({ column }) => column.ids.length > 0);
}

function* columnOf(values: readonly ReadValues[], field: ColumnField) {
	for (const each of values) yield each[field];
}

function asItIs(text: string): string {
	return text;
}

function onlyTheSame(): Level {
	return level.different;
}

/** An address that does not spell the name says nothing against it. */
function neverAlike(): Level {
	return level.missing;
}
