import { numbersFrom } from '../src/lib/matching/seeded-numbers.ts';
import { membersEvery, otherAt, shuffler } from './paths-workload.ts';

/** What is timed: the k best paths from a member to one or several people. */
export interface Query {
	kind: 'M' | 'N' | 'C';
	from: number;
	targets: Int32Array;
	k: number;
}

/** M: to a member, N: to somebody else, C: to anyone at a company of 40 to 60 people. */
export function inventQueries(nodes: number, each: number): Query[] {
	const draw = numbersFrom(66);
	const member = () => draw(nodes / membersEvery) * membersEvery;
	const other = () => otherAt(draw(nodes - nodes / membersEvery));
	const to = (kind: Query['kind'], targets: Int32Array, k: number): Query => ({
		kind,
		from: member(),
		targets,
		k
	});
	return Array.from({ length: each }, () => [
		to('M', Int32Array.of(member()), 5),
		to('N', Int32Array.of(other()), 5),
		to('C', companyOf(nodes, 40 + draw(21), draw(nodes)), 20)
	]).flat();
}

// Sizes of 20,000 companies go down as 1/rank: those of 40 to 60 people are some 800 of them.
function companyOf(nodes: number, size: number, start: number): Int32Array {
	return Int32Array.from({ length: size }, (_, at) => ((start + at) * shuffler) % nodes);
}
