import { expect, it, test } from 'vitest';
import type { CompanyDecision } from '#lib/people/company-groups.ts';
import { companyRelation } from '#lib/people/company-relation.ts';

test.each([
	['Acme SAS', 'ACME', 'same'],
	['Acme Group', 'ACME', 'same'],
	['Fjord Conseil', 'FjordConseil', 'same'],
	['Acme SAS', 'ACME France', 'branch'],
	['Acme Germany', 'ACME France', 'branch'],
	['Orange', 'Orange Bank', 'apart'],
	['Air France', 'Air Liguria', 'apart'],
	['', '', 'apart']
] as const)('%j and %j are %s', (one, other, found) => {
	expect(companyRelation([])(one, other)).toBe(found);
	expect(companyRelation([])(other, one)).toBe(found);
});

it('is what somebody decided, where they did, for other spellings too where they are the same', () => {
	const decisions: CompanyDecision[] = [
		{ one: 'acme', other: 'acme france', decision: 'apart' },
		{ one: 'arvor', other: 'menhir', decision: 'same' },
		{ one: 'menhir', other: 'bull', decision: 'same' }
	];
	const relation = companyRelation(decisions);
	expect(relation('ACME France', 'Acme')).toBe('apart');
	expect(relation('Arvor SAS', 'Bull')).toBe('same');
	expect(relation('Acme', 'Acme SA')).toBe('same');
});
