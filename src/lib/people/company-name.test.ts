import { expect, test } from 'vitest';
import { companyKey } from '#lib/people/company-name.ts';

test.each([
	['ACME', 'acme'],
	['Acme SAS', 'acme'],
	['Acme S.A.S.', 'acme'],
	['Acme, Inc.', 'acme'],
	['Société Générale S.A.', 'societe generale'],
	['SA', 'sa'],
	['Crédit Agricole', 'credit agricole'],
	['A. B. Martin & Co', 'ab martin'],
	['', '']
])('%j is known as %j', (name, key) => {
	expect(companyKey(name)).toBe(key);
});

test('a company that is called like a legal form keeps its first word', () => {
	expect(companyKey('SE Consulting')).toBe('se consulting');
});
