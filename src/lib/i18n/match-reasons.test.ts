import { expect, it } from 'vitest';
import { sayReasons, sayWhy } from '#lib/i18n/match-reasons.ts';

const exact = (field: string, weight: number) => ({ field, level: 'exact' as const, weight });

it('says why two contacts may be one person, in both languages', () => {
	const reasons = [
		exact('email', 16),
		exact('familyName', 11),
		exact('givenName', 4),
		exact('company', 3)
	];
	expect(sayWhy(reasons, 'en')).toBe('same name, rare · same e-mail · same company');
	expect(sayReasons(reasons, 'fr').for).toEqual([
		'même nom, rare',
		'même e-mail',
		'même entreprise'
	]);
});

it('says what speaks against it apart, and nothing of fields it has no words for', () => {
	const reasons = [
		exact('familyName', 3),
		{ field: 'givenName', level: 'alias' as const, weight: 2 },
		{ field: 'company', level: 'different' as const, weight: -1 },
		{ field: 'postcode', level: 'exact' as const, weight: 5 }
	];
	expect(sayReasons(reasons, 'en')).toEqual({
		for: ['same family name', 'similar given names'],
		against: ['different companies']
	});
});
