import { describe, expect, it } from 'vitest';
import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import { todayOf } from '#lib/introductions/today.ts';
import { todayGreeting, todayItems } from '#lib/introductions/today-items.ts';

const now = new Date('2026-03-20T09:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

function line(given: Partial<IntroductionLine>): IntroductionLine {
	return {
		id: 'i1',
		requestId: 'r1',
		as: 'requester',
		sendOn: null,
		held: false,
		other: 'Anne Lefort',
		target: { name: 'Pierre Yvon', company: '' },
		state: 'requested',
		since: ago(1),
		postponedUntil: null,
		barred: false,
		away: false,
		linkedFrom: null,
		...given
	};
}

const lines = [
	line({ id: 'draft', requestId: 'r5', state: 'draft', linkedFrom: 'i0' }),
	line({ id: 'silent', requestId: 'r4', since: ago(30) }),
	line({ id: 'note', requestId: 'r3', state: 'introduced', since: ago(6) }),
	line({ id: 'thank', requestId: 'r2', state: 'met' }),
	line({
		id: 'thank too',
		requestId: 'r2',
		state: 'closed',
		target: { name: 'Paul Zeller', company: '' }
	}),
	line({ id: 'me', requestId: 'r1', as: 'connector', other: 'Kathy Arnaud' }),
	line({ id: 'yes', requestId: 'r0', state: 'agreed' })
];

const greet = (among: IntroductionLine[], locale: 'fr' | 'en') =>
	todayGreeting(todayOf(among, now), 'Kathy', locale);

describe('today in words', () => {
	it('begins with what presses most, each thing once, each leading somewhere', () => {
		const items = todayItems(todayOf(lines, now), now, 'en');
		expect(items.map((item) => item.href)).toEqual([
			'/introductions/yes',
			'/requests/r1',
			'/requests/r2/thanks',
			'/introductions/note#outcome',
			'/introductions/silent',
			'/requests/r5/write'
		]);
		expect(items[2]?.text).toBe(
			'Anne Lefort opened the door to Pierre Yvon and Paul Zeller and has not had your thanks yet.'
		);
	});

	it('speaks in whole sentences about the one whose face is shown, in both languages', () => {
		for (const locale of ['fr', 'en'] as const)
			for (const item of todayItems(todayOf(lines, now), now, locale)) {
				expect(item.text).toMatch(/^\p{Lu}.*[.?]$/u);
				expect(item.text).toContain(item.person);
				expect(`${item.text}${item.detail}${item.action}`).not.toMatch(/undefined|\{|de Anne/);
			}
	});

	it('greets with the best news', () => {
		expect(greet(lines, 'fr')).toBe('Bonjour Kathy, Pierre a dit oui.');
		expect(
			greet([...lines, line({ state: 'agreed', target: { name: 'Paul Z', company: '' } })], 'fr')
		).toBe('Bonjour Kathy, Pierre et Paul ont dit oui.');
		expect(greet([], 'en')).toBe('Hello Kathy.');
	});
});

it('a letter that waits for its day asks nothing of its writer; one that was held does', () => {
	const waits = line({ state: 'draft', sendOn: '2026-04-01' });
	const held = line({ state: 'draft', requestId: 'r2', held: true });
	const items = todayItems(todayOf([waits, held], now), now, 'en');
	expect(items).toMatchObject([
		{
			text: 'Your letter to Anne Lefort, to meet Pierre Yvon, could not leave on its day.',
			action: 'See why',
			href: '/requests/r2/write'
		}
	]);
});
