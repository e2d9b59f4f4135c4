import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asked, compare, tell } from './paths-answers.ts';
import { ours } from './paths-peers.ts';
import { realQueries, realTies } from './paths-real-graph.ts';
import { sqlite } from './paths-sqlite.ts';
import { build, keepColumns, ownProcess, restore } from './paths-stages.ts';
import { unpruned } from './paths-unpruned.ts';
import { inventQueries } from './paths-queries.ts';
import { inventTies } from './paths-workload.ts';
import { yardstick } from './paths-yardstick.ts';

const { values: wish } = parseArgs({
	options: {
		people: { type: 'string', default: '1000000' },
		queries: { type: 'string', default: '1000' },
		rounds: { type: 'string', default: '5' },
		graph: { type: 'string' },
		sqlite: { type: 'boolean', default: false },
		stage: { type: 'string' },
		folder: { type: 'string', default: '' }
	}
});
const each = Number(wish.queries);
const rounds = Number(wish.rounds);

function run(folder: string): void {
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
	asked(engine, queries.slice(0, 600));
	const answers = Array.from({ length: rounds }, () => asked(engine, queries));
	const [right = []] = answers;
	tell(engine.name, queries, answers);
	const inC = yardstick(folder, join(folder, 'snapshot'), queries, rounds);
	for (const round of inC) compare('C', queries, right, round);
	tell('C', queries, inC);
	for (const peer of [unpruned(graph, 200), ...(wish.sqlite ? [sqlite(graph, 20)] : [])]) {
		const few = queries.slice(0, peer.each * new Set(queries.map(({ kind }) => kind)).size);
		const given = asked(peer, few);
		compare(peer.name, few, right, given);
		tell(peer.name, few, [given]);
	}
	console.log(`all lists equal, load ${loadavg()[0]?.toFixed(1)}`);
}

function runInFolder(): void {
	const folder = mkdtempSync(join(tmpdir(), 'paths-'));
	try {
		run(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

if (wish.stage === 'build') build(wish.folder);
else if (wish.stage === 'restore') restore(wish.folder);
else runInFolder();
if (wish.stage)
	console.log(`  memory at most ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
