import { DatabaseSync } from 'node:sqlite';
import type { Graph } from '../src/lib/network/graph.ts';
import type { Peer } from './paths-peers.ts';

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
