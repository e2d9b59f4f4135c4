import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { knownPersons } from '#lib/matching/known-persons.server.ts';
import { decidePair } from '#lib/matching/person-decisions.server.ts';

/** The actor's own contact who is the person of another member's visible contact, if they have one. */
export async function ownOf(
	db: Kysely<Database>,
	actor: Actor,
	otherId: string
): Promise<string | undefined> {
	const [person] = await knownPersons(db, actor, [otherId]);
	return person?.ownId ?? undefined;
}

/**
 * Keeps what a member answered while they typed a contact of theirs: who it is, and who it is not, so
 * that they are never asked again. Of those who are not visible to them nothing is kept.
 */
export async function decideTyped(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string,
	{ same, apart }: { same: string; apart: readonly string[] },
	now: Date
): Promise<void> {
	for (const { ownId, knownBy } of await knownPersons(db, actor, apart)) {
		// Somebody of the same name whom the member had already: that is another question.
		if (ownId === contactId || knownBy.some(({ id }) => id === same)) continue;
		for (const { id: otherId } of knownBy)
			await decidePair(db, actor, { contactId, otherId, decision: 'apart' }, now);
	}
	if (same) await decidePair(db, actor, { contactId, otherId: same, decision: 'same' }, now);
}
