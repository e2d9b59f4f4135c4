import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { loadReading, remarksOf } from '#lib/readings/load-reading.server.ts';
import { sentencesOf } from '#lib/readings/passage.ts';
import type { Remark, Standing } from '#lib/readings/reading.ts';

/** What an adviser is shown of a reading: the letter while it is theirs to read, and nothing else of the requester's. */
export interface AdviserView {
	id: string;
	standing: Standing;
	requester: string;
	askedAt: Date;
	/** null when there is nothing to read any more. */
	letter: {
		subject: string;
		text: string;
		locale: 'fr' | 'en';
		connector: string;
		/** The requester's word; may be empty. */
		word: string;
		/** What one may remark on. */
		sentences: string[];
	} | null;
	remarks: Remark[];
	answerWord: string;
}

/** A reading as the adviser who was asked for it sees it; null for everybody else. */
export async function readForAdviser(
	db: Kysely<Database>,
	actor: Actor,
	readingId: string
): Promise<AdviserView | null> {
	const loaded = await loadReading(db, actor, readingId, 'adviser');
	if (!loaded) return null;
	const { row, letter, standing } = loaded;
	const { name: requester } = await db
		.selectFrom('members')
		.select('name')
		.where('communityId', '=', row.communityId)
		.where('id', '=', row.requesterId)
		.executeTakeFirstOrThrow();
	const view = { id: row.id, standing, requester, askedAt: row.askedAt };
	if (!letter || (standing !== 'open' && standing !== 'given'))
		return { ...view, letter: null, remarks: [], answerWord: '' };
	const { subject, letter: text, locale, connectorName: connector, word, answerWord } = letter;
	const sentences = sentencesOf(text, locale);
	return {
		...view,
		letter: { subject, text, locale, connector, word, sentences },
		remarks: await remarksOf(db, row.communityId, row.id, text),
		answerWord
	};
}

/** The request that a reading is of, for whoever asked for it; null for everybody else and once it was thrown away. */
export async function requestOfReading(
	db: Kysely<Database>,
	actor: Actor,
	readingId: string
): Promise<string | null> {
	const loaded = await loadReading(db, actor, readingId, 'requester');
	return loaded?.letter?.requestId ?? null;
}
