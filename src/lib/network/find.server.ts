import type { Candidate } from '#lib/network/candidate.ts';
import { findCandidates } from '#lib/network/find-candidates.server.ts';
import { tellAnswer } from '#lib/network/tell-answer.ts';
import type { Finding } from '#lib/network/finding.ts';
import { knownOnPaths } from '#lib/network/known-on-paths.server.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import type { PathQuestion } from '#lib/network/path-finder.ts';
import type { Answer } from '#lib/network/told-path.ts';

/** What words find. */
export interface FoundAnswers {
	/** Best first. */
	answers: Answer[];
	/** How many there are in all; 1,000 where there are more. */
	count: number;
}

interface Most {
	/** How many answers at most. */
	answers: number;
	/** How many paths to each at most. */
	paths: number;
}

/**
 * Whom words may mean, and how this member best reaches each of them: first those who are called so,
 * among them those who are reached best. Never anybody who is private or only counted.
 */
export async function findAnswers(
	finding: Finding,
	query: string,
	most: Most = { answers: 10, paths: 4 }
): Promise<FoundAnswers> {
	const candidates = await findCandidates(finding.db, finding.actor, query);
	const best = await bestOf(finding, candidates);
	const ranked = candidates
		.map((candidate) => ({ candidate, path: best.get(candidate.id) ?? null }))
		.toSorted(
			(one, other) =>
				classOf(one.candidate) - classOf(other.candidate) ||
				(other.path?.strength ?? 0) - (one.path?.strength ?? 0)
		);
	const shown = ranked.slice(0, most.answers).map(({ candidate }) => candidate);
	return { answers: await tellAll(finding, shown, most.paths), count: candidates.length };
}

/** How this member best reaches one of them. */
export async function findAnswer(finding: Finding, candidate: Candidate): Promise<Answer> {
	const [answer] = await tellAll(finding, [candidate], 12);
	if (!answer) throw new Error('Of one candidate there is one answer');
	return answer;
}

/** Called so, described so, or found by something else. */
function classOf({ fit }: Candidate): number {
	return Math.max(1, fit);
}

async function bestOf(finding: Finding, candidates: readonly Candidate[]) {
	const targets = candidates.map(({ id }) => id);
	const paths = await finding.finder.bestOfEach(question(finding, targets, targets.length));
	return new Map(paths.map((path) => [path.target, path]));
}

async function tellAll(
	finding: Finding,
	candidates: readonly Candidate[],
	most: number
): Promise<Answer[]> {
	const found = await Promise.all(candidates.map(({ id }) => pathsTo(finding, id, most)));
	const all = found.flatMap(({ paths, closer }) => [...paths, ...closer]);
	const people = candidates.map(({ id }) => id);
	const known = await knownOnPaths(finding, all, people);
	return candidates.map((candidate, at) =>
		tellAnswer(finding, candidate, found[at] ?? { paths: [], closer: [] }, known)
	);
}

/** The paths to somebody; and the best one that is closed now, where it would be better. */
async function pathsTo(finding: Finding, target: Somebody, most: number) {
	const { finder, closed } = finding;
	const asked = question(finding, [target], most);
	const { first, more } = await finder.paths(asked);
	const paths = [...first, ...more];
	if (closed.size === 0) return { paths, closer: [] };
	const { spared: _spared, ...unspared } = asked;
	const [best] = await finder.bestOfEach({ ...unspared, k: 1 });
	const isCloser = best !== undefined && best.strength > (paths[0]?.strength ?? 0);
	return { paths, closer: isCloser ? [best] : [] };
}

function question(
	{ actor, closed }: Finding,
	targets: readonly Somebody[],
	k: number
): PathQuestion {
	const { communityId, memberId } = actor;
	const wish = { communityId, memberId, targets, k: Math.max(1, k), maxTies: 3 as const };
	return closed.size === 0 ? wish : { ...wish, spared: [...closed.keys()] };
}
