import { mergeTies } from '#lib/network/merge-ties.ts';
import { countLinks, placeLinks } from '#lib/network/place-links.ts';

/** Undirected ties between the nodes 0 … nodes - 1; tie i is between a[i] and b[i]. */
export interface TieColumns {
	/** How many nodes there are, with or without ties. */
	nodes: number;
	a: Int32Array;
	b: Int32Array;
	/** Above 0, at most 1. */
	strength: Float32Array;
}

/** Who is tied to whom, each one's strongest tie first. Nobody writes into it. */
export interface Graph {
	/** How many nodes there are: 0 … nodes - 1. */
	readonly nodes: number;
	/** How many different pairs are tied. */
	readonly ties: number;
	/** The links of node n stand at starts[n] ≤ at < starts[n + 1]; nodes + 1 numbers, all even. */
	readonly starts: Int32Array;
	/** Two numbers a link: the neighbour at an even place, then the bits of the strength. */
	readonly links: Int32Array;
	/** The same memory, for reading the strengths, which stand at odd places. */
	readonly strengths: Float32Array;
}

/** The most nodes and ties that the places in a graph, of 32 bits, can count. */
export const mostNodes = 2 ** 28;
const mostTies = 2 ** 28;

/**
 * The graph of these ties, whatever their order. Who is tied to themself is passed over, since that
 * is on no path; of several ties between the same two the strongest is kept. Throws a RangeError for
 * columns of different lengths, too many ties or nodes, an end that is no node and a strength that is
 * not above 0 and at most 1.
 */
export function buildGraph(columns: TieColumns): Graph {
	refuseWrongSizes(columns);
	const starts = countLinks(columns);
	const links = new Int32Array(starts[columns.nodes] ?? 0);
	placeLinks(columns, starts, links);
	const length = mergeTies(starts, links);
	return graphOf(starts, links.subarray(0, length));
}

/** The graph whose two arrays these are, in the shape that `Graph` tells; nothing is looked at. */
export function graphOf(starts: Int32Array, links: Int32Array): Graph {
	const strengths = new Float32Array(links.buffer, links.byteOffset, links.length);
	return { nodes: starts.length - 1, ties: links.length / 4, starts, links, strengths };
}

function refuseWrongSizes({ nodes, a, b, strength }: TieColumns): void {
	if (!Number.isInteger(nodes) || nodes < 0 || nodes > mostNodes)
		throw new RangeError(`${nodes} is not a number of nodes`);
	if (a.length !== b.length || a.length !== strength.length)
		throw new RangeError('the columns of the ties have different lengths');
	if (a.length > mostTies) throw new RangeError(`${a.length} ties are too many`);
}
