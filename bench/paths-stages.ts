import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildGraph, type Graph, type TieColumns } from '../src/lib/network/graph.ts';
import { graphFromSnapshot, graphSnapshot } from '../src/lib/network/graph-snapshot.ts';

/** Columns as they wait on disk for the process that builds a graph of them. */
export function keepColumns(folder: string, { nodes, a, b, strength }: TieColumns): void {
	writePieces(join(folder, 'columns'), [Int32Array.of(nodes, a.length), a, b, strength]);
}

/** One stage in a process of its own, so that its memory is its own. */
export function ownProcess(stage: 'build' | 'restore', folder: string): void {
	const bench = fileURLToPath(new URL('paths.bench.ts', import.meta.url));
	const words = [bench, '--stage', stage, '--folder', folder];
	process.stdout.write(execFileSync(process.execPath, words));
}

/** Builds the graph of the columns in the folder and leaves its snapshot there. */
export function build(folder: string): void {
	const bytes = wholeFile(join(folder, 'columns'));
	const [nodes = 0, count = 0] = new Int32Array(bytes, 0, 2);
	const a = new Int32Array(bytes, 8, count);
	const b = new Int32Array(bytes, 8 + 4 * count, count);
	const strength = new Float32Array(bytes, 8 + 8 * count, count);
	const start = performance.now();
	const graph = buildGraph({ nodes, a, b, strength });
	told('build from arrays', start);
	console.log(`  ${graph.ties} ties, ${Math.round((4 * (graph.links.length + nodes)) / 1e6)} MB`);
	const writing = performance.now();
	writePieces(join(folder, 'snapshot'), graphSnapshot(graph));
	told('write the snapshot', writing);
}

/** The graph of the snapshot in the folder. */
export function restore(folder: string): Graph {
	const start = performance.now();
	const graph = graphFromSnapshot(wholeFile(join(folder, 'snapshot')));
	if (typeof graph === 'string') throw new Error(graph);
	told('restore from the snapshot', start);
	return graph;
}

function told(what: string, start: number): void {
	const { user, system } = process.cpuUsage();
	const seconds = ((performance.now() - start) / 1000).toFixed(2);
	console.log(`${what}: ${seconds} s; processor so far ${((user + system) / 1e6).toFixed(2)} s`);
}

function wholeFile(path: string): ArrayBuffer {
	const { buffer, byteOffset, byteLength } = readFileSync(path);
	if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) return buffer;
	return new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
}

function writePieces(path: string, pieces: readonly NodeJS.ArrayBufferView[]): void {
	const file = openSync(path, 'w');
	for (const piece of pieces)
		for (let at = 0; at < piece.byteLength;) at += writeSync(file, piece, at);
	closeSync(file);
}
