import { DatabaseSync } from 'node:sqlite';
import type { Graph } from '../src/lib/network/graph.ts';
import { bestPaths, bestPathsToAny } from '../src/lib/network/paths.ts';
import type { Query } from './paths-workload.ts';

/** Another way to answer: strengths of the k best paths, best first. Slow ones are asked less. */
export interface Peer {
	name: string;
	/** How many queries of each kind it is asked. */
	each: number;
	ask(query: Query): number[];
}

/** Our own engine. */
export function ours(graph: Graph, each: number): Peer {
	return {
		name: 'ours',
		each,
		ask: ({ from, targets, k }) => {
			const to = targets.length === 1 ? targets[0] : undefined;
			const wish = { k, maxTies: 3 } as const;
			const paths =
				to === undefined
					? bestPathsToAny(graph, from, targets, wish)
					: bestPaths(graph, from, to, wish);
			return paths.map(({ strength }) => strength);
		}
	};
}

/** The same arrays without any cleverness: from the start, every link, no bounds. */
export function unpruned(graph: Graph, each: number): Peer {
	return { name: 'typed arrays, no pruning', each, ask: (query) => walk(graph, query) };
}

function walk({ starts, links, strengths }: Graph, { from, targets, k }: Query): number[] {
	const best: number[] = [];
	const offer = (strength: number) => {
		if (best.length === k && strength <= (best[k - 1] ?? 0)) return;
		const at = best.findIndex((other) => other < strength);
		best.splice(at < 0 ? best.length : at, 0, strength);
		if (best.length > k) best.pop();
	};
	const last = new Map<number, [target: number, strength: number][]>();
	for (const target of new Set(targets).difference(new Set([from])))
		for (let at = starts[target] ?? 0; at < (starts[target + 1] ?? 0); at += 2) {
			const node = links[at] ?? 0;
			const ties = last.get(node) ?? [];
			ties.push([target, strengths[at + 1] ?? 0]);
			last.set(node, ties);
		}
	for (const [, strength] of last.get(from) ?? []) offer(strength);
	const marked = new Uint8Array(starts.length);
	for (const node of last.keys()) if (node !== from) marked[node] = 1;
	for (let at = starts[from] ?? 0; at < (starts[from + 1] ?? 0); at += 2) {
		const near = links[at] ?? 0;
		const strong = strengths[at + 1] ?? 0;
		if (marked[near]) for (const [, strength] of last.get(near) ?? []) offer(strong * strength);
		for (let on = starts[near] ?? 0; on < (starts[near + 1] ?? 0); on += 2) {
			const far = links[on] ?? 0;
			if (!marked[far]) continue;
			for (const [target, strength] of last.get(far) ?? [])
				if (target !== near) offer(strong * (strengths[on + 1] ?? 0) * strength);
		}
	}
	return best;
}

const threeWays = `with aim as materialized (select value as target from json_each(:targets) where value <> :root),
last as materialized (select t.b as node, t.a as target, t.s from aim join ties t on t.a = aim.target where t.b <> :root)
select s from (
	select t.s from ties t where t.a = :root and t.b in (select target from aim)
	union all
	select x.s * last.s from ties x join last on last.node = x.b where x.a = :root
	union all
	select x.s * y.s * last.s from ties x cross join ties y on y.a = x.b cross join last on last.node = y.b
	where x.a = :root and last.target <> x.b
) order by s desc limit :k`;

/** SQLite as Node brings it: both directions of each tie in one covering index, met in the middle. */
export function sqlite(graph: Graph, each: number): Peer {
	const db = new DatabaseSync(':memory:');
	db.exec('create table ties (a integer, b integer, s real, primary key (a, b)) without rowid');
	db.exec('begin');
	const insert = db.prepare('insert into ties values (?, ?, ?)');
	for (const [a, b, s] of tiesInOrder(graph)) insert.run(a, b, s);
	db.exec('commit');
	const select = db.prepare(threeWays);
	const linksBeyond = (node: number) => {
		let sum = 0;
		for (let at = graph.starts[node] ?? 0; at < (graph.starts[node + 1] ?? 0); at += 2) {
			const near = graph.links[at] ?? 0;
			sum += (graph.starts[near + 1] ?? 0) - (graph.starts[near] ?? 0);
		}
		return sum;
	};
	return {
		name: 'node:sqlite, meet in the middle',
		each,
		ask: ({ from, targets, k }) => {
			const [to = 0] = targets;
			const turned = targets.length === 1 && linksBeyond(to) < linksBeyond(from);
			const root = turned ? to : from;
			const aim = JSON.stringify(turned ? [from] : [...new Set(targets)]);
			return select.all({ root, targets: aim, k }).map(({ s }) => Number(s));
		}
	};
}

function* tiesInOrder({
	nodes,
	starts,
	links,
	strengths
}: Graph): Generator<[number, number, number]> {
	for (let node = 0; node < nodes; node += 1) {
		const ties: [number, number, number][] = [];
		for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 2)
			ties.push([node, links[at] ?? 0, strengths[at + 1] ?? 0]);
		yield* ties.toSorted(([, one], [, other]) => one - other);
	}
}
