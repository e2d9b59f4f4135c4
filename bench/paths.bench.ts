import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ours, type Peer, sqlite, unpruned } from './paths-peers.ts';
import { realQueries, realTies } from './paths-real-graph.ts';
import { keepColumns, ownProcess, restore } from './paths-stages.ts';
import { inventQueries, inventTies, type Query } from './paths-workload.ts';
import { type Answer, yardstick } from './paths-yardstick.ts';

const { values: wish } = parseArgs({
	options: {
		people: { type: 'string', default: '1000000' },
		queries: { type: 'string', default: '1000' },
		rounds: { type: 'string', default: '5' },
		graph: { type: 'string' },
		sqlite: { type: 'boolean', default: false }
	}
});
const each = Number(wish.queries);
const rounds = Number(wish.rounds);

function asked(peer: Peer, queries: readonly Query[]): Answer[] {
	return queries.map((query) => {
		const start = performance.now();
		const strengths = peer.ask(query);
		return { time: performance.now() - start, strengths };
	});
}

/** Every query that is timed is compared, whoever answers it. */
function compare(name: string, queries: readonly Query[], right: Answer[], given: Answer[]): void {
	given.forEach(({ strengths }, at) => {
		const expected = right[at]?.strengths ?? [];
		const same =
			strengths.length === expected.length &&
			strengths.every((strength, place) => strength === expected[place]);
		if (!same)
			throw new Error(
				`${name} differs at query ${at} (${queries[at]?.kind}): ${strengths.join()} for ${expected.join()}`
			);
	});
}

function share(times: readonly number[], of: number): number {
	const sorted = times.toSorted((one, other) => one - other);
	return sorted[Math.floor((sorted.length - 1) * of)] ?? 0;
}

function tell(name: string, queries: readonly Query[], answers: Answer[][]): void {
	for (const kind of new Set(queries.map((query) => query.kind))) {
		const byRound = answers.map((round) =>
			round.filter((_, at) => queries[at]?.kind === kind).map(({ time }) => time)
		);
		const middle = (of: number) =>
			share(
				byRound.map((times) => share(times, of)),
				0.5
			).toFixed(4);
		console.log(`${name}  ${kind}  p50 ${middle(0.5)} ms  p99 ${middle(0.99)} ms`);
	}
}

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

const folder = mkdtempSync(join(tmpdir(), 'paths-'));
try {
	run(folder);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
