import { describe, expect, it } from 'vitest';
import { compareEmails, compareNumbers, emailForm } from '#lib/matching/compare-addresses.ts';
import { compareDates, dateDigits } from '#lib/matching/compare-dates.ts';
import { compareNames } from '#lib/matching/compare-names.ts';
import { companyForm, compareCompanies } from '#lib/matching/compare-companies.ts';
import { compareTexts, textForm } from '#lib/matching/compare-texts.ts';
import { levelNames } from '#lib/matching/level.ts';
import { nameForm, nameWords } from '#lib/matching/name-form.ts';
import { soundOf } from '#lib/matching/sound.ts';

describe('names', () => {
	it.each([
		['Lefèvre', 'LEFEVRE', 'exact'],
		['de Fontaine', 'Fontaine', 'exact'],
		['de la Fontaine', 'Fontaine', 'alias'],
		['O’Neill', 'oneill', 'exact'],
		['Kathy', 'Catherine', 'alias'],
		['Bob', 'Robert', 'alias'],
		['JP', 'Jean-Pierre', 'alias'],
		['J.-P.', 'Jean-Pierre', 'alias'],
		['Marie', 'Marie-Claire', 'alias'],
		['Dupont', 'Dupont-Martin', 'alias'],
		['Berg', 'van den Berg', 'exact'],
		['Kerherve', 'Kerhevre', 'close'],
		['Thomas', 'Thoams', 'close'],
		['P.', 'Pierre', 'faint'],
		['P.', 'Jean', 'different'],
		['Pierre', 'Paul', 'different'],
		['Martin', 'Bernard', 'different']
	])('%s and %s are %s', (one, other, found) => {
		const [a, b] = [nameForm(nameWords(one)), nameForm(nameWords(other))];
		expect(levelNames[compareNames(a, b)]).toBe(found);
		expect(levelNames[compareNames(b, a)]).toBe(found);
	});

	it.each([
		['yvon', 'ivon'],
		['catherine', 'katherine'],
		['philippe', 'filip'],
		['dupont', 'dupond'],
		['lefevre', 'lefever']
	])('%s sounds like %s', (one, other) => {
		expect(soundOf(one)).toBe(soundOf(other));
	});
});

describe('dates', () => {
	it.each([
		['1956-04-09', '19560409', 'exact'],
		['1956-04-09', '9/4/1956', 'exact'],
		['1956-04-09', '1956-09-04', 'close'],
		['1956-04-09', '1956-04-08', 'close'],
		['1997-04-26', '1991-05-26', 'faint'],
		['1956-04-09', '1956', 'faint'],
		['1956', '1956', 'close'],
		['1956-04-09', '1938-11-27', 'different']
	])('%s and %s are %s', (one, other, found) => {
		expect(levelNames[compareDates(dateDigits(one), dateDigits(other))]).toBe(found);
	});

	it('that cannot be read are unknown', () => {
		expect(['', 'spring', '12/56', '31-12-99'].map(dateDigits)).toEqual(['', '', '', '']);
	});
});

describe('addresses', () => {
	it.each([
		['anne.kerrec@example.com', 'anne.kerrec@example.com', 'exact'],
		['anne.kerrec@example.com', 'anne.kerec@example.com', 'close'],
		['kathy1984@example.com', 'kathy1984@other.example.org', 'faint'],
		['pierre.martin@acme.example.com', 'pierre.martin@nova.example.com', 'different'],
		['jdupont@acme.example.com', 'pdupont@acme.example.com', 'different']
	])('%s and %s are %s', (one, other, found) => {
		expect(levelNames[compareEmails(emailForm(one), emailForm(other))]).toBe(found);
	});

	it('at two providers are no typing error', () => {
		const [one, other] = ['gmx.net', 'gmx.de'].map((host) => emailForm(`dean.moor@${host}`));
		expect(one && other && levelNames[compareEmails(one, other)]).toBe('different');
	});

	it('of numbers bear one typing error', () => {
		const found = ['75011', '75101', '69003'].map((other) => compareNumbers('75011', other));
		expect(found.map((each) => levelNames[each])).toEqual(['exact', 'close', 'different']);
	});
});

describe('companies and streets', () => {
	it.each([
		['acme', 'acme france', 'alias'],
		['acme germany', 'acme france', 'alias'],
		['orange', 'orange bank', 'close'],
		['air france', 'air liguria', 'different'],
		['fjord conseil', 'fjordconseil', 'alias'],
		['snv', 'societe nouvelle verrerie', 'alias'],
		['forges de brevanne', 'forges de brevane', 'close'],
		['acme', 'northmoor castings', 'different']
	])('%s and %s are %s', (one, other, found) => {
		expect(levelNames[compareCompanies(companyForm(one), companyForm(other))]).toBe(found);
	});

	it('bear exchanged and joined words', () => {
		const one = textForm('12 rue des lilas residence bellevue');
		const other = textForm('residence bellevue 12 rue deslilas');
		expect(levelNames[compareTexts(one, other)]).toBe('close');
	});
});
