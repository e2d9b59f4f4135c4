import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { saveDraft } from '#lib/introductions/draft.server.ts';
import { proposeRequestLetter } from '#lib/introductions/propose.server.ts';

/** Writes the proposed letter into a draft, in place of what was there. */
export async function proposeLetter(
	db: Kysely<Database>,
	actor: Actor,
	requestId: string,
	now: Date
): Promise<void> {
	const letter = await proposeRequestLetter(db, actor, requestId, now);
	if (!letter) return;
	const change = { subject: letter.subject, letter: letter.text, letterEdited: false };
	await saveDraft(db, actor, requestId, change, now);
}
