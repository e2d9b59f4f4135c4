/** A label that would like to stand on the map, around a point of the screen, in pixels. */
export interface MapLabel {
	text: string;
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Between two labels, in pixels. */
const air = 4;
const cell = 64;

/** Those for which there is room, the first given first: none touches another or the edge. */
export function labelsWithRoom<Label extends MapLabel>(
	labels: Iterable<Label>,
	screen: { width: number; height: number },
	most: number
): Label[] {
	const shown: Label[] = [];
	const taken = new Map<number, Label[]>();
	for (const label of labels) {
		if (shown.length >= most) break;
		if (!isWithin(label, screen)) continue;
		const squares = squaresOf(label);
		const isCovered = squares.some((square) =>
			(taken.get(square) ?? []).some((other) => overlap(label, other))
		);
		if (isCovered) continue;
		for (const square of squares) taken.set(square, [...(taken.get(square) ?? []), label]);
		shown.push(label);
	}
	return shown;
}

function isWithin({ x, y, width, height }: MapLabel, screen: { width: number; height: number }) {
	const [aside, above] = [width / 2, height / 2];
	return x >= aside && y >= above && x <= screen.width - aside && y <= screen.height - above;
}

function overlap(one: MapLabel, other: MapLabel): boolean {
	return (
		Math.abs(one.x - other.x) < (one.width + other.width) / 2 + air &&
		Math.abs(one.y - other.y) < (one.height + other.height) / 2 + air
	);
}

function squaresOf({ x, y, width, height }: MapLabel): number[] {
	const [aside, above] = [width / 2 + air, height / 2 + air];
	const squares: number[] = [];
	for (let row = Math.floor((y - above) / cell); row <= (y + above) / cell; row++)
		for (let column = Math.floor((x - aside) / cell); column <= (x + aside) / cell; column++)
			squares.push(row * 65_536 + column);
	return squares;
}
