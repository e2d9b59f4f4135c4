import { companyOfEach, type ContactMap } from '#lib/network/contact-map.ts';
import { fewestOnIsland, huesOf } from '#lib/network/map-hues.ts';
import { layOut, type MapLayout } from '#lib/network/map-layout.ts';

/** Everything that stands still on a map: who is where, in which hue and how large. */
export interface MapScene {
	map: ContactMap;
	layout: MapLayout;
	/** Of each company. */
	hues: number[];
	/** The index of each person's company. */
	companies: number[];
	/** Of each person, the radius of their dot. */
	radii: number[];
	/** Companies that have a ground and a name of their own, the largest first. */
	islands: number[];
}

/** Something on the map that one can point at. */
export type Spot = { kind: 'person'; at: number } | { kind: 'company'; at: number };

/** Lays a map out for a place that is so much wider than high. */
export function sceneOf(map: ContactMap, aspect: number): MapScene {
	const layout = layOut(map.sizes, Math.min(2, Math.max(0.6, aspect)));
	const sizeOf = (at: number) => map.sizes[at] ?? 0;
	return {
		map,
		layout,
		hues: huesOf(layout.islands, map.sizes),
		companies: companyOfEach(map),
		radii: map.strengths.map(dotRadius),
		islands: map.companies
			.map((_, at) => at)
			.filter((at) => sizeOf(at) >= fewestOnIsland)
			.toSorted((one, other) => sizeOf(other) - sizeOf(one))
	};
}

/** Of a tie of so many hundredths; below a half, for dots are one apart. */
export function dotRadius(strength: number): number {
	return 0.24 + 0.24 * Math.min(1, strength / 90);
}
