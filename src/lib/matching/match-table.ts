import { compareEmails, compareNumbers, emailForm } from '#lib/matching/compare-addresses.ts';
import { companyForm, compareCompanies } from '#lib/matching/compare-companies.ts';
import { compareDates } from '#lib/matching/compare-dates.ts';
import { compareNames } from '#lib/matching/compare-names.ts';
import {
	compareTexts,
	compareWords,
	type TextForm,
	textForm
} from '#lib/matching/compare-texts.ts';
import {
	type Column,
	type ColumnValues,
	comparable,
	type Forms,
	formsOf
} from '#lib/matching/column.ts';
import { type Level, level } from '#lib/matching/level.ts';
import { fieldAt, type MatchField, matchFields } from '#lib/matching/match-field.ts';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { type NameForm, nameForm } from '#lib/matching/name-form.ts';
import { type ColumnField, type ReadRecords, readRecords } from '#lib/matching/record-reader.ts';

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
	names: Forms<NameForm>;
}

/** Reads records into a table; a record's place in it is its place among `records`. */
export function matchTable(records: Iterable<MatchRecord>): MatchTable {
	return tableOf(readRecords(records, false));
}

/** Makes the columns of records comparable; what they hold is not copied. */
export function tableOf({ ids, fields }: ReadRecords): MatchTable {
	const names = formsOf(fields.givenName.texts, nameForm);
	const companies = formsOf(fields.company.texts, companyForm);
	const columns = {
		givenName: comparable(fields.givenName, names, compareNames),
		familyName: comparable(fields.familyName, names, compareNames),
		spelling: numbers(fields.spelling, neverAlike),
		birthDate: numbers(fields.birthDate, compareDates),
		nationalId: numbers(fields.nationalId, compareNumbers),
		email: comparable(fields.email, formsOf(fields.email.texts, emailForm), compareEmails),
		phone: numbers(fields.phone, compareNumbers),
		profile: numbers(fields.profile, onlyTheSame),
		company: comparable(fields.company, companies, compareCompanies),
		employer: comparable(fields.employer, companies, compareCompanies),
		position: texts(fields.position, compareTexts),
		street: texts(fields.street, compareTexts),
		streetNumber: numbers(fields.streetNumber, compareNumbers),
		city: texts(fields.city, compareWords),
		postcode: numbers(fields.postcode, compareNumbers),
		region: texts(fields.region, compareWords),
		country: texts(fields.country, compareWords)
	};
	return { count: fields.givenName.from.length - 1, ids, names, columns, plain: plainOf(columns) };
}

function numbers(values: ColumnValues, compare: (one: string, other: string) => Level): Column {
	return comparable(values, formsOf(values.texts, asItIs), compare);
}

function texts(values: ColumnValues, compare: (one: TextForm, other: TextForm) => Level): Column {
	return comparable(values, formsOf(values.texts, textForm), compare);
}

function plainOf(columns: MatchTable['columns']): PlainColumn[] {
	return matchFields
		.filter((field): field is ColumnField => !entangled.includes(field))
		.map((field) => ({ at: fieldAt[field], column: columns[field] }))
		.filter(({ column }) => column.ids.length > 0);
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
