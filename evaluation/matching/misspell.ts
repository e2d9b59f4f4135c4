/** A whole number from 0 up to a bound. */
export type Draw = (bound: number) => number;

/** True in so many of a hundred cases. */
export function chance(draw: Draw, percent: number): boolean {
	return draw(1000) < percent * 10;
}

export function pick<Item>(draw: Draw, items: readonly Item[]): Item {
	const item = items[draw(items.length)];
	if (item === undefined) throw new RangeError('nothing to pick from');
	return item;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One typing error: a letter left out, doubled, replaced, or two exchanged; a digit stays a digit. */
export function misspell(draw: Draw, text: string): string {
	if (text.length < 3) return text;
	const at = 1 + draw(text.length - 1);
	const here = text.charAt(at);
	const other = /\d/.test(here) ? String(draw(10)) : letters.charAt(draw(letters.length));
	const before = text.slice(0, at);
	const after = text.slice(at + 1);
	switch (draw(4)) {
		case 0:
			return before + after;
		case 1:
			return before + other + here + after;
		case 2:
			return before + other + after;
		default:
			return text.slice(0, at - 1) + here + text.charAt(at - 1) + after;
	}
}

export function withoutAccents(text: string): string {
	return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
