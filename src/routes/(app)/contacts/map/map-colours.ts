import { mapHues } from '#lib/network/map-hues.ts';

type Rgb = [number, number, number];

/** The colours of the page, as WebGL and canvas understand them. */
export interface MapColours {
	/** Of a person: their company's hue (0 for none), the stronger the tie the fuller. */
	dot: (hue: number, strength: number) => string;
	/** Of a person who is not meant. */
	ghost: string;
	/** Of a company's ground, by its hue. */
	ground: (hue: number) => string;
	you: string;
	ink: string;
	paper: string;
	muted: string;
}

/** Reads the tokens as they are now, light or dark, where `place` stands. */
export function readColours(place: HTMLElement): MapColours {
	const probe = place.appendChild(document.createElement('span'));
	const token = (name: string): Rgb => {
		probe.style.color = `var(--${name})`;
		const [red = 0, green = 0, blue = 0] = (
			getComputedStyle(probe).color.match(/[\d.]+/g) ?? []
		).map(Number);
		return [red, green, blue];
	};
	const sheet = token('sheet');
	const hues = [token('map-lone')];
	for (let hue = 1; hue <= mapHues; hue++) hues.push(token(`map-${hue}`));
	const [you, ink, muted] = [token('seal'), token('ink'), token('muted')];
	probe.remove();
	const lone = hues[0] ?? muted;
	const steps = hues.map((hue) =>
		Array.from({ length: 101 }, (_, at) => said(mix(hue, sheet, 0.5 + Math.min(0.5, at / 130))))
	);
	const grounds = hues.map((hue) => said(mix(hue, sheet, 0.13)));
	return {
		dot: (hue, strength) => steps[hue]?.[strength] ?? said(lone),
		ghost: said(mix(muted, sheet, 0.16)),
		ground: (hue) => grounds[hue] ?? said(sheet),
		you: said(you),
		ink: said(ink),
		paper: said(sheet),
		muted: said(muted)
	};
}

/** So much of one and the rest of the other. */
function mix(one: Rgb, other: Rgb, share: number): Rgb {
	const part = (at: 0 | 1 | 2) => Math.round(one[at] * share + other[at] * (1 - share));
	return [part(0), part(1), part(2)];
}

function said([red, green, blue]: Rgb): string {
	return `rgb(${red}, ${green}, ${blue})`;
}
