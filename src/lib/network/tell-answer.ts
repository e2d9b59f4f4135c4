import { sayTieWord } from '#lib/i18n/strength-sentence.ts';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Candidate } from '#lib/network/candidate.ts';
import type { Finding } from '#lib/network/finding.ts';
import type { FoundPath } from '#lib/network/path-finder.ts';
import type { PathKnowledge } from '#lib/network/path-knowledge.ts';
import { tellPath } from '#lib/network/tell-path.ts';
import type { Answer } from '#lib/network/told-path.ts';
import { workOf } from '#lib/people/work-of.ts';

interface FoundWays {
	/** Best first. */
	paths: readonly FoundPath[];
	/** A better one, whose connector is not to be asked now. */
	closer: readonly FoundPath[];
}

type Words = Pick<Finding, 'me' | 'community' | 'locale' | 'closed'>;

/** Somebody with the ways to them, in words. */
export function tellAnswer(
	words: Words,
	candidate: Candidate,
	{ paths, closer }: FoundWays,
	known: PathKnowledge
): Answer {
	const { name, ownId, shownId, memberId } = candidate;
	const sought = { name, work: workOf(candidate), href: hrefOf(candidate), ownId, shownId };
	const [best = null, ...more] = paths.flatMap(
		(path) => tellPath(words, path, sought, known) ?? []
	);
	return {
		id: ownId ?? shownId ?? memberId ?? '',
		name,
		work: sought.work,
		href: sought.href,
		isMember: memberId !== null,
		known: knownAs(words, candidate, known),
		best,
		more,
		closed: closer.flatMap((path) => closedOn(words, path, known))[0] ?? ''
	};
}

function hrefOf({ ownId, shownId }: Candidate): string {
	if (ownId) return `/contacts/${ownId}`;
	return shownId ? `/community/${shownId}` : '';
}

function knownAs({ locale }: Words, { id }: Candidate, { own }: PathKnowledge): string {
	const tie = own.get(id);
	if (!tie) return '';
	const why = sayTie(tie.facts, locale, { most: 2 });
	return m.network_strength_because(
		{ word: sayTieWord(tie.strength.word, locale), why },
		{ locale }
	);
}

function closedOn({ closed }: Words, { people }: FoundPath, known: PathKnowledge): string[] {
	return people.slice(1, -1).flatMap((id) => {
		const name = known.own.get(id)?.name ?? known.members.get(id.replace('member ', ''))?.name;
		return name ? (closed.get(id)?.(name) ?? []) : [];
	});
}
