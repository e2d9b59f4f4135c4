import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelsWithRoom } from '#lib/network/map-labels.ts';

const screen = { width: 600, height: 400 };
const label = fc.record({
	text: fc.string(),
	x: fc.integer({ min: -50, max: 650 }),
	y: fc.integer({ min: -50, max: 450 }),
	width: fc.integer({ min: 10, max: 160 }),
	height: fc.integer({ min: 8, max: 24 })
});

it('no label covers another or leaves the screen, and who comes first stays', () => {
	fc.assert(
		fc.property(fc.array(label, { maxLength: 120 }), (wanted) => {
			const shown = labelsWithRoom(wanted, screen, 50);
			expect(shown.length).toBeLessThanOrEqual(50);
			for (const [at, one] of shown.entries()) {
				expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
				expect(one.x + one.width / 2).toBeLessThanOrEqual(screen.width);
				for (const other of shown.slice(at + 1)) {
					const isBeside = Math.abs(one.x - other.x) >= (one.width + other.width) / 2;
					expect(isBeside || Math.abs(one.y - other.y) >= (one.height + other.height) / 2).toBe(
						true
					);
				}
			}
			const inside = wanted.find(
				({ x, y, width, height }) =>
					x - width / 2 >= 0 &&
					y - height / 2 >= 0 &&
					x + width / 2 <= screen.width &&
					y + height / 2 <= screen.height
			);
			expect(shown[0]).toEqual(inside);
		})
	);
});
