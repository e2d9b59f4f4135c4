import type { Peer } from './paths-peers.ts';
import type { Query } from './paths-queries.ts';
import type { Answer } from './paths-yardstick.ts';

/** The answers of a peer, one query after the other. */
export function asked(peer: Peer, queries: readonly Query[]): Answer[] {
	return queries.map((query) => {
		const start = performance.now();
		const strengths = peer.ask(query);
		return { time: performance.now() - start, strengths };
	});
}

/** Every query that is timed is compared, whoever answers it; throws at the first list that differs. */
export function compare(
	name: string,
	queries: readonly Query[],
	right: Answer[],
	given: Answer[]
): void {
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

/** Prints the median and the 99th percentile of each kind, each the middle one of the rounds. */
export function tell(name: string, queries: readonly Query[], answers: Answer[][]): void {
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
