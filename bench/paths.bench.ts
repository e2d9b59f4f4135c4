import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Graph } from '../src/lib/network/graph.ts';
import { asked, compare, tell } from './paths-answers.ts';
import { graphology } from './paths-graphology.ts';
import { ours, type Peer } from './paths-peers.ts';
import { postgres } from './paths-postgres.ts';
import { realQueries, realTies } from './paths-real-graph.ts';
import { sqlite } from './paths-sqlite.ts';
import { build, keepColumns, ownProcess, restore } from './paths-stages.ts';
import { unpruned } from './paths-unpruned.ts';
import { inventQueries } from './paths-queries.ts';
import { inventTies } from './paths-workload.ts';
import { type Answer, yardstick } from './paths-yardstick.ts';

const { values: wish } = parseArgs({
	options: {
		people: { type: 'string', default: '1000000' },
		queries: { type: 'string', default: '1000' },
		rounds: { type: 'string', default: '5' },
		graph: { type: 'string' },
		peers: { type: 'string', default: 'sqlite,postgres,graphology' },
		stage: { type: 'string' },
		folder: { type: 'string', default: '' }
	}
});
const each = Number(wish.queries);
const rounds = Number(wish.rounds);

/** Each with as many queries of each kind as it answers within about a minute. */
const peers: Record<string, (graph: Graph) => Peer | Promise<Peer>> = {
	sqlite: (graph) => sqlite(graph, 100),
	postgres: (graph) => postgres(graph, 50),
	graphology: (graph) => graphology(graph, 50)
};

async function run(folder: string): Promise<void> {
	const columns = wish.graph ? realTies(wish.graph) : inventTies(Number(wish.people));
	const queries = (wish.graph ? realQueries : inventQueries)(columns.nodes, each);
	console.log(
		`${columns.nodes} people, ${columns.a.length} ties, load ${loadavg()[0]?.toFixed(1)}`
	);
	keepColumns(folder, columns);
	ownProcess('build', folder);
	ownProcess('restore', folder);
	const graph = restore(folder);
	const engine = ours(graph, each);
	await asked(engine, queries.slice(0, 600));
	const answers: Answer[][] = [];
	while (answers.length < rounds) answers.push(await asked(engine, queries));
	const [right = []] = answers;
	tell(engine.name, queries, answers);
	const inC = yardstick(folder, join(folder, 'snapshot'), queries, rounds);
	for (const round of inC) compare('C', queries, right, round);
	tell('C', queries, inC, answers);
	const named = wish.peers.split(',').filter((name) => name in peers);
	for (const open of [(some: Graph) => unpruned(some, 200), ...named.map((name) => peers[name])]) {
		if (!open) continue;
		const peer = await open(graph);
		const few = queries.slice(0, peer.each * new Set(queries.map(({ kind }) => kind)).size);
		const given = await asked(peer, few);
		compare(peer.name, few, right, given);
		tell(peer.name, few, [given], answers);
		await peer.close?.();
	}
	console.log(`all lists equal, load ${loadavg()[0]?.toFixed(1)}`);
}

async function runInFolder(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'paths-'));
	try {
		await run(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

if (wish.stage === 'build') build(wish.folder);
else if (wish.stage === 'restore') restore(wish.folder);
else await runInFolder();
if (wish.stage)
	console.log(`  memory at most ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
