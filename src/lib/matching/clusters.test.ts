import { describe, expect, it } from 'vitest';
import { clustersOf, type WeighedPair } from '#lib/matching/clusters.ts';

/** Groups records by the odds given of some pairs; all others have −9. */
function groupsOf(odds: Record<string, number>, count: number, apart: readonly string[] = []) {
	const pairs = Object.entries(odds).map(([key, each]): WeighedPair => {
		const [a = 0, b = 0] = key.split('-').map(Number);
		return { a, b, odds: each };
	});
	return [
		...clustersOf(pairs, count, {
			least: 1,
			oddsOf: (a, b) => odds[keyOf(a, b)] ?? -9,
			apart: (a, b) => apart.includes(keyOf(a, b))
		})
	];
}

function keyOf(a: number, b: number): string {
	return `${Math.min(a, b)}-${Math.max(a, b)}`;
}

describe('records are grouped', () => {
	it('when all of them are alike', () => {
		expect(groupsOf({ '0-1': 8, '1-2': 8, '0-2': 8 }, 4)).toEqual([0, 0, 0, 3]);
	});

	it('but a chain of links joins nobody at its ends', () => {
		expect(groupsOf({ '0-1': 6, '1-2': 5, '2-3': 6 }, 4)).toEqual([0, 0, 2, 2]);
	});

	it('the best pair first', () => {
		expect(groupsOf({ '0-1': 4, '1-2': 9 }, 3)).toEqual([0, 1, 1]);
	});

	it('never with somebody who is kept apart from one of them', () => {
		expect(groupsOf({ '0-1': 8, '1-2': 9, '0-2': 8 }, 3, ['0-2'])).toEqual([0, 1, 1]);
	});

	it('and somebody whom hundreds know is one person', () => {
		const everyone = Array.from({ length: 300 }, (_, at) => at);
		const odds = everyone.flatMap((a) => everyone.slice(a + 1).map((b) => [`${a}-${b}`, 20]));
		const groups = groupsOf(Object.fromEntries(odds), 300);
		expect(new Set(groups)).toEqual(new Set([0]));
	});

	it('in a crowd of hundreds, too, which is cut where its links are weakest', () => {
		const odds: Record<string, number> = {};
		for (let at = 0; at < 500; at += 2) {
			odds[`${at}-${at + 1}`] = 11;
			if (at > 0) odds[`${at - 1}-${at}`] = 2;
		}
		const groups = groupsOf(odds, 500);
		expect(groups.every((first, at) => first === at - (at % 2))).toBe(true);
	});
});
