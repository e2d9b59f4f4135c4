import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { readFact } from '#lib/network/read-fact.ts';
import { withoutDoubles } from '#lib/network/same-thing.ts';

/** What the owner of a contact said of the tie, and the day of the LinkedIn connection. */
export interface Said {
	howKnown: string;
	metWhere: string;
	metOn: string;
	closeness: 'close' | 'good' | 'distant' | 'forgotten' | null;
	connectedOn: string | null;
}

/** Which row of which import says so. */
export interface Source {
	importId: string;
	/** Inside an archive; else empty. */
	file: string;
	line: number | null;
}

/** A fact with where it comes from: null for what was typed here. */
export interface Trace {
	fact: Fact;
	source: Source | null;
}

/** Evidence as it is kept. */
export interface Kept {
	fact: unknown;
	source: Source | null;
}

/**
 * What is known of a tie: what its owner declares and the evidence kept for it (unreadable facts are
 * left out, and each thing is told once). Never empty: where nothing is known it says so with `none`.
 */
export function tracesOf(said: Said, kept: readonly Kept[]): Trace[] {
	const read = kept.flatMap(({ fact, source }): Trace[] => {
		const told = readFact(fact);
		return told ? [{ fact: told, source }] : [];
	});
	const typed = [...declared(said), ...connected(said, read)];
	const known = [...typed.map((fact) => ({ fact, source: null })), ...withoutDoubles(read)];
	return known.length > 0 ? known : [{ fact: { kind: 'none' }, source: null }];
}

/** The same without where it comes from. */
export function factsOf(said: Said, facts: readonly unknown[]): Fact[] {
	const kept = facts.map((fact) => ({ fact, source: null }));
	return tracesOf(said, kept).map(({ fact }) => fact);
}

function declared({ howKnown, metWhere, metOn, closeness }: Said): Fact[] {
	if (!howKnown && !metWhere && !metOn && !closeness) return [];
	const fact: Fact = { kind: 'declared' };
	if (closeness) fact.closeness = closeness;
	if (howKnown) fact.how = howKnown;
	if (metWhere) fact.metWhere = metWhere;
	if (metOn) fact.metOn = metOn;
	return [fact];
}

function connected({ connectedOn }: Said, read: readonly Trace[]): Fact[] {
	const told = read.some(({ fact }) => fact.kind === 'connected');
	return connectedOn && !told ? [{ kind: 'connected', on: connectedOn }] : [];
}
