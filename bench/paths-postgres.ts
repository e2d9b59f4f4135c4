import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openConfigured } from '../src/lib/db/open.server.ts';
import type { Graph } from '../src/lib/network/graph.ts';
import { linksInOrder, type Peer, shorterSide } from './paths-peers.ts';

// Strengths of 32 bits are multiplied in 64, as everybody here does.
const threeWays = `with aim as materialized (select unnest($2::integer[]) as target),
last as materialized (select t.b as node, t.a as target, t.s::float8 as s from aim join ties t on t.a = aim.target
	where t.b <> $1 and aim.target <> $1)
select s from (
	select t.s::float8 as s from ties t where t.a = $1 and t.b in (select target from aim)
	union all
	select x.s::float8 * last.s from ties x join last on last.node = x.b where x.a = $1
	union all
	select x.s::float8 * y.s::float8 * last.s from ties x join ties y on y.a = x.b
	join last on last.node = y.b where x.a = $1 and last.target <> x.b
) as paths order by s desc limit $3`;

const rows = z.array(z.object({ s: z.number() }));
/** Rows sent at once. */
const piece = 100_000;

/** The embedded PostgreSQL with the application's settings: a covering index, met in the middle. */
export async function postgres(graph: Graph, each: number): Promise<Peer> {
	const dataFolder = mkdtempSync(join(tmpdir(), 'paths-postgres-'));
	chmodSync(dataFolder, 0o711);
	const { pool, close } = await openConfigured({ dataFolder, log: () => {} });
	await pool.query('create unlogged table ties (a integer, b integer, s real)');
	let some: [number, number, number][] = [];
	const send = async () => {
		const columns = [0, 1, 2].map((column) => some.map((link) => link[column]));
		await pool.query(
			'insert into ties select * from unnest($1::integer[], $2::integer[], $3::real[])',
			columns
		);
		some = [];
	};
	for (const link of linksInOrder(graph)) if (some.push(link) === piece) await send();
	await send();
	await pool.query('create unique index ties_a on ties (a, b) include (s)');
	await pool.query('vacuum analyze ties');
	return {
		name: 'PostgreSQL, met in the middle',
		each,
		ask: async (query) => {
			const [root, aim] = shorterSide(graph, query);
			const answer = await pool.query({
				name: 'paths',
				text: threeWays,
				values: [root, aim, query.k]
			});
			return rows.parse(answer.rows).map(({ s }) => s);
		},
		close: async () => {
			await close();
			rmSync(dataFolder, { recursive: true, force: true });
		}
	};
}
