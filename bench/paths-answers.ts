import type { Peer } from './paths-peers.ts';
import type { Query } from './paths-queries.ts';
import type { Answer } from './paths-yardstick.ts';

/** The answers of a peer, one query after the other. */
export async function asked(peer: Peer, queries: readonly Query[]): Promise<Answer[]> {
	const answers: Answer[] = [];
	for (const query of queries) {
		const start = performance.now();
		const given = peer.ask(query);
		const strengths = given instanceof Promise ? await given : given;
		answers.push({ time: performance.now() - start, strengths });
	}
	return answers;
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

/** Prints the median and the 99th percentile of each kind, each the middle one of the rounds; with ours, how many times ours that is. */
export function tell(
	name: string,
	queries: readonly Query[],
	answers: Answer[][],
	ourAnswers?: Answer[][]
): void {
	for (const kind of new Set(queries.map((query) => query.kind))) {
		const middle = (all: Answer[][], of: number) => {
			const byRound = all.map((round) =>
				round
					.slice(0, queries.length)
					.filter((_, at) => queries[at]?.kind === kind)
					.map(({ time }) => time)
			);
			return share(
				byRound.map((times) => share(times, of)),
				0.5
			);
		};
		const p50 = middle(answers, 0.5);
		const p99 = middle(answers, 0.99).toFixed(4);
		const beside = ourAnswers ? `  ${(p50 / middle(ourAnswers, 0.5)).toFixed(2)} × ours` : '';
		console.log(`${name}  ${kind}  p50 ${p50.toFixed(4)} ms  p99 ${p99} ms${beside}`);
	}
}
