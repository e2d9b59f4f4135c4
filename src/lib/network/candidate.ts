import { fitOf } from '#lib/network/fit.ts';
import type { Somebody } from '#lib/network/known-books.ts';

/** Somebody whom typed words may mean. */
export interface Candidate {
	id: Somebody;
	name: string;
	company: string;
	position: string;
	/** See fitOf. */
	fit: number;
	/** The searching member's own contact of theirs. */
	ownId: string | null;
	/** A contact of theirs that another member lets others see. */
	shownId: string | null;
	/** The member whom they are. */
	memberId: string | null;
}

/** A contact that may be read, or a member. */
export interface FoundRow {
	contactId: string | null;
	personId: string | null;
	memberId: string | null;
	/** Of the one who searches. */
	own: boolean;
	name: string;
	company: string;
	position: string;
}

interface Joining {
	words: readonly string[];
	/** Of contacts and persons: the member whom they are. */
	members: ReadonlyMap<string, string>;
	/** The one who searches, who is nobody they look for. */
	me: string;
}

/** Each person once, as the one who searches knows them if they do; the best met first. */
export function joinCandidates(
	rows: readonly FoundRow[],
	{ words, members, me }: Joining
): Candidate[] {
	const joined = new Map<Somebody, Candidate>();
	for (const row of rows) {
		const memberId = memberOf(row, members);
		const id = memberId ? `member ${memberId}` : (row.personId ?? row.contactId);
		if (!id || memberId === me) continue;
		const before = joined.get(id);
		const fit = fitOf(words, row);
		joined.set(id, before ? together(before, row, fit) : candidate(row, id, memberId, fit));
	}
	return [...joined.values()].toSorted((one, other) => one.fit - other.fit);
}

function memberOf(
	{ memberId, contactId, personId }: FoundRow,
	members: ReadonlyMap<string, string>
): string | null {
	return memberId ?? members.get(contactId ?? '') ?? members.get(personId ?? '') ?? null;
}

function candidate(
	{ contactId, own, name, company, position }: FoundRow,
	id: Somebody,
	memberId: string | null,
	fit: number
): Candidate {
	const seen = { ownId: own ? contactId : null, shownId: own ? null : contactId };
	return { id, name, company, position, fit, ...seen, memberId };
}

function together(before: Candidate, row: FoundRow, fit: number): Candidate {
	const best = Math.min(before.fit, fit);
	const shownId = before.shownId ?? (row.own ? null : row.contactId);
	if (row.own && !before.ownId) {
		const { name, company, position } = row;
		return { ...before, name, company, position, ownId: row.contactId, shownId, fit: best };
	}
	// Of a member who is known by nobody's contact, the headline is all there is.
	const work = before.ownId || before.company ? before : row;
	return { ...before, company: work.company, position: work.position, shownId, fit: best };
}
