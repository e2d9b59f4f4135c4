import { labelsWithRoom, type MapLabel } from '#lib/network/map-labels.ts';
import type { MapColours } from './map-colours.ts';
import type { MapScene, Spot } from './map-scene.ts';

/** Where the map is on the screen: a point of it is at left + x * scale, top - y * scale. */
export interface View {
	left: number;
	top: number;
	scale: number;
	width: number;
	height: number;
}

/** What of a map is said and ringed besides its dots. */
export interface Said {
	scene: MapScene;
	colours: MapColours;
	/** Of each person. */
	meant: readonly boolean[];
	/** How much larger than usual the dots of the meant ones are. */
	grown: number;
	you: string;
	chosen: Spot | undefined;
}

interface Name extends MapLabel {
	font: string;
	colour: 'ink' | 'you' | 'muted';
}

/** A company's name needs an island of this radius, those of people this many pixels a unit. */
const leastIsland = 11;
const leastScale = 14;
/** Once dots are seen one by one, pixels a unit, a company's name makes way for them. */
const dotsSeen = 9;
/** So few are named however far away one is; found ones before companies. */
const fewFound = 60;
const mostNames = 140;
const longest = 30;

/** Writes the names for which there is room: oneself, companies from the largest, then people from the closest. */
export function writeNames(context: CanvasRenderingContext2D, view: View, said: Said): void {
	context.clearRect(0, 0, view.width, view.height);
	const faces = facesOf(context.canvas);
	const wanted = [...namesWanted(context, view, said, faces)];
	ring(context, view, said);
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	context.lineJoin = 'round';
	for (const name of labelsWithRoom(wanted, view, mostNames)) {
		context.font = name.font;
		context.lineWidth = 4;
		context.strokeStyle = said.colours.paper;
		context.strokeText(name.text, name.x, name.y);
		context.fillStyle = said.colours[name.colour];
		context.fillText(name.text, name.x, name.y);
	}
}

interface Faces {
	sans: string;
	serif: string;
}

function facesOf(place: Element): Faces {
	const style = getComputedStyle(place);
	return { sans: style.getPropertyValue('--sans'), serif: style.getPropertyValue('--serif') };
}

function* namesWanted(
	context: CanvasRenderingContext2D,
	view: View,
	said: Said,
	faces: Faces
): Generator<Name> {
	const write = (text: string, at: Omit<Name, 'text' | 'width' | 'height'>, size: number): Name => {
		context.font = at.font;
		const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
		return { ...at, text: short, width: context.measureText(short).width, height: size * 1.15 };
	};
	const { scene, chosen, grown } = said;
	const writePerson = (at: number, weight: number): Name => {
		const [x, y] = pointOf(view, scene, at);
		const below = (scene.radii[at] ?? 0) * grown * view.scale + 13;
		const font = `${weight} 13px ${faces.sans}`;
		return write(scene.map.names[at] ?? '', { x, y: y + below, font, colour: 'ink' }, 16);
	};
	if (chosen?.kind === 'person') yield writePerson(chosen.at, 650);
	const found = said.meant.filter(Boolean).length;
	const isFew = found <= fewFound;
	const areFound = isFew && found < said.meant.length;
	if (areFound) for (const at of peopleInView(view, said)) yield writePerson(at, 560);
	const me = { x: view.left, y: view.top, colour: 'you' as const };
	const lift = Math.max(11, view.scale * 1.1 + 11);
	yield write(said.you, { ...me, y: me.y + lift, font: `600 14px ${faces.sans}` }, 14);
	for (const at of scene.islands) {
		const island = scene.layout.islands[at];
		const text = scene.map.companies[at] ?? '';
		if (!island || island.radius * view.scale < leastIsland) continue;
		const size = Math.round(Math.min(22, Math.max(12, island.radius * view.scale * 0.3)));
		const font = `600 ${size}px ${faces.serif}`;
		const radius = island.radius * view.scale;
		const x = view.left + island.x * view.scale;
		const y = view.top - island.y * view.scale;
		const above = radius > 75 ? radius - size : view.scale > dotsSeen ? radius + size / 2 : 0;
		yield write(text, { x, y: y - above, font, colour: 'ink' }, size);
	}
	if (areFound || (!isFew && view.scale < leastScale)) return;
	for (const at of peopleInView(view, said)) yield writePerson(at, 500);
}

function pointOf(view: View, { layout }: MapScene, at: number): [number, number] {
	const [x, y] = [layout.x[at] ?? 0, layout.y[at] ?? 0];
	return [view.left + x * view.scale, view.top - y * view.scale];
}

/** The meant ones that are to be seen, the closest first. */
function peopleInView(view: View, { scene, meant, chosen }: Said): number[] {
	const seen = scene.map.ids.flatMap((_, at) => {
		if (!meant[at] || (chosen?.kind === 'person' && chosen.at === at)) return [];
		const [x, y] = pointOf(view, scene, at);
		return x > 0 && y > 0 && x < view.width && y < view.height ? [at] : [];
	});
	const strength = (at: number) => scene.map.strengths[at] ?? 0;
	return seen.toSorted((one, other) => strength(other) - strength(one));
}

function ring(
	context: CanvasRenderingContext2D,
	view: View,
	{ scene, chosen, colours, grown }: Said
): void {
	if (!chosen) return;
	const island = scene.layout.islands[chosen.at];
	const [x, y, radius] =
		chosen.kind === 'person'
			? [...pointOf(view, scene, chosen.at), (scene.radii[chosen.at] ?? 0) * grown * view.scale + 4]
			: [
					view.left + (island?.x ?? 0) * view.scale,
					view.top - (island?.y ?? 0) * view.scale,
					(island?.radius ?? 0) * view.scale
				];
	context.beginPath();
	context.arc(x, y, Math.max(5, radius), 0, 2 * Math.PI);
	context.lineWidth = 2;
	context.strokeStyle = colours.ink;
	context.stroke();
}
