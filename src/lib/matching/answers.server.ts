import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { listKeptApart } from '#lib/matching/kept-apart-list.server.ts';
import { decisionsOf } from '#lib/matching/person-joins.server.ts';
import type { OtherSide } from '#lib/matching/person-sides.ts';

/** What a member said of two contacts of theirs, or of one and another member's. */
export interface Answer {
	/** As it was said: one's own contact, and the other. */
	oneId: string;
	otherId: string;
	/** One's own contact that shows. */
	shownId: string;
	name: string;
	/** Another member's contact; null where both are one's own. */
	theirs: OtherSide | null;
	otherName: string;
	decision: 'same' | 'apart';
	decidedAt: Date;
}

/**
 * What this member said of who is one person and who is not, the latest first, a thousand of each
 * kind at most; that two contacts of one book are one is a merge instead. Nothing for others.
 */
export async function answersOf(
	db: Kysely<Database>,
	actor: Actor,
	{ query = '', contactId }: { query?: string; contactId?: string | undefined } = {}
): Promise<Answer[]> {
	const decided = (await decisionsOf(db, actor, { query })).map(
		({ mine, theirs, decision, decidedAt }): Answer => ({
			oneId: mine.id,
			otherId: theirs.id,
			shownId: mine.id,
			name: mine.fullName,
			theirs,
			otherName: theirs.fullName,
			decision,
			decidedAt
		})
	);
	const apart = (await listKeptApart(db, actor, { query })).map(
		({ pair, one, other, decidedAt }): Answer => ({
			...pair,
			shownId: one.id,
			name: one.fullName,
			theirs: null,
			otherName: other.fullName,
			decision: 'apart',
			decidedAt
		})
	);
	return [...decided, ...apart]
		.filter(({ shownId, otherId }) => !contactId || [shownId, otherId].includes(contactId))
		.toSorted((one, other) => other.decidedAt.getTime() - one.decidedAt.getTime());
}
