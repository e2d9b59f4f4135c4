import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyKey, readCompanyName } from '#lib/people/company-name.ts';

test.each([
	['ACME', 'acme'],
	['Acme SAS', 'acme'],
	['Acme S.A.S.', 'acme'],
	['Acme S A S', 'acme'],
	['SARL Acme', 'acme'],
	['Acme, Inc.', 'acme'],
	['Acme Co., Ltd.', 'acme'],
	['Acme Pty Ltd', 'acme'],
	['Acme GmbH & Co. KG', 'acme'],
	['Acme S.à r.l.', 'acme'],
	['Acme S.p.A.', 'acme'],
	['Acme A/S', 'acme'],
	['Acme sp. z o.o.', 'acme'],
	['Acme Oyj', 'acme'],
	['Acme K.K.', 'acme'],
	['株式会社アクメ', 'アクメ'],
	['ООО Ромашка', 'ромашка'],
	['Groupe Acme', 'acme'],
	['The Acme Group', 'acme'],
	['Acme Holding SA', 'acme'],
	['Société Générale S.A.', 'societe generale'],
	['SA', 'sa'],
	['Crédit Agricole', 'credit agricole'],
	['A. B. Martin & Co', 'ab martin'],
	['Dupont et Fils', 'dupont fils'],
	['Dupont & Fils', 'dupont fils'],
	['', '']
])('%j is known as %j', (name, key) => {
	expect(companyKey(name)).toBe(key);
});

test.each([
	['ACME France', 'acme', 'france'],
	['Acme France S.A.S.', 'acme', 'france'],
	['Acme SAS (France)', 'acme', 'france'],
	['Acme Deutschland GmbH', 'acme', 'germany'],
	['Acme Allemagne', 'acme', 'germany'],
	['Acme UK & Ireland Ltd', 'acme', 'uk ireland'],
	['Acme Europe, Middle East & Africa', 'acme', 'europe middle east africa'],
	['Acme Amérique du Nord', 'acme', 'north america'],
	['Acme International', 'acme', 'international'],
	['3M France', '3m', 'france']
])('%j is a branch: %j of %j', (name, words, place) => {
	expect(readCompanyName(name)).toMatchObject({ words: words.split(' '), place });
});

test.each([
	['Air France', 'a place that makes the name'],
	['Radio France', 'a place that makes the name'],
	['Business Europe', 'a place that makes the name'],
	['Delta International', 'a word that many are called by'],
	['France Télécom', 'a place that stands first'],
	['Air France KLM', 'a place in the middle'],
	['Bank of America', 'a place that is tied to the words before it'],
	['Gaz de France', 'a place that is tied to the words before it'],
	['Group 4', 'a group that is a name'],
	['Groupe 4', 'a group that is a name'],
	['Université Paris 1', 'a number'],
	['Orange Bank', 'another business'],
	['BNP Paribas Asset Management', 'another business'],
	['SAS Institute', 'a name that looks like a form'],
	['SE Consulting', 'a name that looks like a form'],
	['Beauty Spa', 'a form that is a word'],
	['Toys R Us', 'a country that is a word'],
	['Ouest France', 'a place that makes the name']
])('%j is a whole name, with %s', (name) => {
	const { words, form, place } = readCompanyName(name);
	expect(words.join(' ')).toBe(name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));
	expect([form, place]).toEqual(['', '']);
});

describe('brackets', () => {
	test('may tell the initials, a former name, or more of the name', () => {
		expect(readCompanyName('International Basket Makers (IBM)').initials).toBe('ibm');
		expect(readCompanyName('Acme (ex Bull)').words).toEqual(['acme']);
		expect(readCompanyName('Acme (Conseil)').words).toEqual(['acme', 'conseil']);
	});
});

test('any text can be read, and has a key unless there is nothing in it', () => {
	const name = fc.array(
		fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('SAS', 'Group', 'France', '(', ')', '&', 'SA', 'de', 'Acme')
		)
	);
	fc.assert(
		fc.property(name, (parts) => {
			const text = parts.join(' ');
			const hasWords = /[\p{L}\p{N}]/u.test(text.normalize('NFKD'));
			expect(companyKey(text) !== '' || !hasWords).toBe(true);
		})
	);
});
