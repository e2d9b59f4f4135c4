import { UndirectedGraph } from 'graphology';
import { Sigma } from 'sigma';
import type { MapColours } from './map-colours.ts';
import { type View, writeNames } from './map-names.ts';
import type { MapScene, Spot } from './map-scene.ts';

/** A map on the screen, and what can be done with it. */
export interface DrawnMap {
	/** Only these people stand out. */
	show: (meant: readonly boolean[]) => void;
	/** Draws in other colours: it was light and has become dark. */
	recolour: (colours: MapColours) => void;
	/** Rings this spot; nothing with undefined. */
	choose: (spot: Spot | undefined) => void;
	flyTo: (spot: Spot) => void;
	/** By shares of the screen. */
	move: (right: number, down: number) => void;
	/** Above 1 everything is larger. */
	zoom: (factor: number) => void;
	all: () => void;
	remove: () => void;
}

export interface Drawing {
	scene: MapScene;
	colours: MapColours;
	/** What oneself is called. */
	you: string;
	/** Whether whoever looks does not want things to move. */
	still: boolean;
	onover: (spot: Spot | undefined) => void;
	onpick: (spot: Spot) => void;
}

/** Draws a map into a place that has a size; throws where there is no WebGL. */
export function drawMap(place: HTMLElement, drawing: Drawing): DrawnMap {
	const { scene, you, still } = drawing;
	let { colours } = drawing;
	let meant: readonly boolean[] = scene.map.ids.map(() => true);
	let grown = 1;
	let chosen: Spot | undefined;
	const graph = graphOf(scene);
	const sigma = new Sigma(graph, place, {
		...settings,
		zoomDuration: still ? 1 : 200,
		inertiaDuration: still ? 1 : 200,
		nodeReducer: (id, data) => ({ ...data, ...lookOf(spotOf(id)) })
	});
	const [width, height] = [
		Math.max(scene.layout.width, leastHalf),
		Math.max(scene.layout.height, leastHalf)
	];
	sigma.setCustomBBox({ x: [-width, width], y: [-height, height] });
	sigma.createCanvasContext('names', { style: { pointerEvents: 'none' } });
	sigma.resize(true);
	sigma.setSetting('minCameraRatio', Math.min(1, viewOf(sigma).scale / largestScale));
	// A place changes its size without the window: a line more above it, a bar at its side.
	const sized = new ResizeObserver(() => sigma.scheduleRender());
	sized.observe(place);
	const context = sigma.getCanvases()['names']?.getContext('2d');
	sigma.on('afterRender', () => {
		if (context) writeNames(context, viewOf(sigma), { scene, colours, meant, grown, you, chosen });
	});
	sigma.on('enterNode', ({ node }) => drawing.onover(spotOf(node)));
	sigma.on('leaveNode', () => drawing.onover(undefined));
	sigma.on('clickNode', ({ node }) => {
		const spot = spotOf(node);
		if (spot) drawing.onpick(spot);
	});
	const camera = sigma.getCamera();
	// The nearer one comes, the less those who were found have to stand out.
	camera.on('updated', () => {
		const now = grownBy(meant, camera.getState().ratio);
		if (now === grown) return;
		grown = now;
		sigma.refresh({ schedule: true });
	});
	const duration = still ? 1 : 350;
	sigma.refresh();

	function lookOf(spot: Spot | undefined) {
		if (!spot) return { color: colours.you, zIndex: 3 };
		const { kind, at } = spot;
		if (kind === 'company') return { color: colours.ground(scene.hues[at] ?? 0), zIndex: 0 };
		if (!meant[at]) return { color: colours.ghost, zIndex: 1 };
		const hue = scene.hues[scene.companies[at] ?? 0] ?? 0;
		const color = colours.dot(hue, scene.map.strengths[at] ?? 0);
		return { color, zIndex: 2, size: (scene.radii[at] ?? 0) * grown };
	}

	return {
		show(now) {
			meant = now;
			grown = grownBy(meant, camera.getState().ratio);
			sigma.refresh();
		},
		recolour(now) {
			colours = now;
			sigma.refresh({ skipIndexation: true });
		},
		choose(spot) {
			chosen = spot;
			sigma.scheduleRender();
		},
		flyTo(spot) {
			const seen = sigma.getNodeDisplayData(idOf(spot));
			const island = scene.layout.islands[spot.kind === 'company' ? spot.at : -1];
			// Wide enough for an island, or for a person and those around.
			const around = island ? island.radius * 1.3 : 9;
			const ratio = Math.min(1, around / Math.min(width, height));
			if (seen) void camera.animate({ x: seen.x, y: seen.y, ratio }, { duration });
		},
		move(right, down) {
			const { x, y, ratio } = camera.getState();
			const to = { x: x + right * ratio, y: y - down * ratio };
			void camera.animate(to, { duration: still ? 1 : 120 });
		},
		zoom(factor) {
			const ratio = camera.getBoundedRatio(camera.getState().ratio / factor);
			void camera.animate({ ratio }, { duration: still ? 1 : 200 });
		},
		all: () => void camera.animate({ x: 0.5, y: 0.5, ratio: 1 }, { duration }),
		remove() {
			sized.disconnect();
			sigma.kill();
		}
	};
}

/** A map of few people is not blown up beyond this: half its least width and height, and pixels a unit. */
const leastHalf = 8;
const largestScale = 60;

/** A few found among thousands stand out by their size, in whole steps. */
function grownBy(meant: readonly boolean[], ratio: number): number {
	const few = Math.max(1, meant.filter(Boolean).length);
	const most = Math.min(4, Math.sqrt(meant.length / few) / 3);
	return Math.max(1, Math.round(most * Math.min(1, 2.5 * ratio)));
}

const settings = {
	allowInvalidContainer: true,
	zIndex: true,
	// Names are written by ourselves, so that none covers another.
	renderLabels: false,
	renderEdgeLabels: false,
	defaultDrawNodeHover: () => {},
	// Dots grow with the map, like on any map.
	itemSizesReference: 'positions' as const,
	zoomToSizeRatioFunction: (ratio: number) => ratio,
	stagePadding: 8,
	maxCameraRatio: 1.3,
	zoomingRatio: 1.4,
	doubleClickZoomingRatio: 1.8,
	enableCameraRotation: false
};

/** Grounds first: what comes later is drawn above. */
function graphOf({ map, layout, radii, islands }: MapScene): UndirectedGraph {
	const graph = new UndirectedGraph();
	for (const at of islands) {
		const { x = 0, y = 0, radius = 0 } = layout.islands[at] ?? {};
		graph.addNode(`c${at}`, { x, y, size: radius });
	}
	for (const at of map.ids.keys())
		graph.addNode(`p${at}`, { x: layout.x[at], y: layout.y[at], size: radii[at] });
	graph.addNode('you', { x: 0, y: 0, size: 0.9 });
	return graph;
}

function idOf({ kind, at }: Spot): string {
	return `${kind === 'company' ? 'c' : 'p'}${at}`;
}

function spotOf(id: string): Spot | undefined {
	if (id === 'you') return undefined;
	return { kind: id.startsWith('c') ? 'company' : 'person', at: Number(id.slice(1)) };
}

function viewOf(sigma: Sigma): View {
	const middle = sigma.graphToViewport({ x: 0, y: 0 });
	const aside = sigma.graphToViewport({ x: 1, y: 0 });
	const { width, height } = sigma.getDimensions();
	return { left: middle.x, top: middle.y, scale: aside.x - middle.x, width, height };
}
