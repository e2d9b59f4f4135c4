import { expect, it } from 'vitest';
import { sayBytes, sayDuration } from '#lib/i18n/amounts.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

it('says how large a file is', () => {
	const sizes = [1, 340 * 1024, 5 * 1024 ** 2, 1.25 * 1024 ** 3, 10 * 1024 ** 3];
	expect(sizes.map((size) => plain(sayBytes(size, 'fr')))).toEqual([
		'1 octet',
		'340 ko',
		'5 Mo',
		'1,3 Go',
		'10 Go'
	]);
	expect(plain(sayBytes(5 * 1024 ** 2, 'en'))).toBe('5 MB');
	expect(plain(sayBytes(0, 'en'))).toBe('0 bytes');
});

it('says how long something takes, never more finely than one can know', () => {
	expect([1, 21, 61, 3600, 7300].map((seconds) => plain(sayDuration(seconds, 'en')))).toEqual([
		'5 seconds',
		'25 seconds',
		'2 minutes',
		'60 minutes',
		'3 hours'
	]);
	expect(plain(sayDuration(90, 'fr'))).toBe('2 minutes');
});
