import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import type { Graph } from '../src/lib/network/graph.ts';
import { linksInOrder, type Peer, shorterSide } from './paths-peers.ts';

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

const strengths = z.array(z.number());

/** better-sqlite3, in memory: both directions of each tie in one covering index, met in the middle. */
export function sqlite(graph: Graph, each: number): Peer {
	const db = new Sqlite(':memory:');
	db.exec('create table ties (a integer, b integer, s real, primary key (a, b)) without rowid');
	db.exec('begin');
	const insert = db.prepare('insert into ties values (?, ?, ?)');
	for (const link of linksInOrder(graph)) insert.run(link);
	db.exec('commit');
	const select = db.prepare(threeWays).pluck();
	return {
		name: 'better-sqlite3, met in the middle',
		each,
		ask: (query) => {
			const [root, aim] = shorterSide(graph, query);
			return strengths.parse(select.all({ root, targets: JSON.stringify(aim), k: query.k }));
		},
		close: () => void db.close()
	};
}
