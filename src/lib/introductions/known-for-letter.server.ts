import type { Kysely } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import { type KnownFacts, nothingKnown } from '#lib/coach/propose/known-facts.ts';
import type { Database } from '#lib/db/schema.ts';
import { knownFromTie } from '#lib/introductions/known-from-tie.ts';
import { firstName } from '#lib/introductions/letters/voice.ts';
import { readWriter } from '#lib/introductions/load-request.server.ts';
import type {
	RequesterIntroduction,
	RequesterView
} from '#lib/introductions/requester-view.server.ts';
import { tiesTo } from '#lib/network/ties.server.ts';

type Db = Kysely<Database>;

/**
 * What the coach may say in a proposal for the letter to a connector: the requester's own book, their
 * request and their profile, nothing of anybody else's.
 */
export async function knownForRequest(
	db: Db,
	actor: Actor,
	view: Pick<RequesterView, 'connector' | 'introductions' | 'reason'>,
	linkKnown: boolean | null
): Promise<KnownFacts> {
	if (actor.kind !== 'member') return nothingKnown;
	return {
		...(await writerAndTie(db, actor, view.connector.contactId)),
		reader: firstName(view.connector.name),
		others: view.introductions.map(({ target }) => ({
			name: target.name,
			company: target.company
		})),
		reason: view.reason,
		linkKnown
	};
}

/** The same for the first message to a target whose answer was opened. */
export async function knownForFirstMessage(
	db: Db,
	actor: Actor,
	view: Pick<RequesterView, 'connector' | 'reason'>,
	{ target, reason }: Pick<RequesterIntroduction, 'target' | 'reason'>
): Promise<KnownFacts> {
	if (actor.kind !== 'member') return nothingKnown;
	return {
		...(await writerAndTie(db, actor, target.contactId)),
		reader: firstName(target.name),
		readerCompany: target.company,
		through: view.connector.name,
		reason: reason || view.reason
	};
}

/** The same for a letter to a contact of the writer's own, such as one that revives a tie. */
export async function knownForRevival(
	db: Db,
	actor: Actor,
	contactId: string
): Promise<KnownFacts> {
	return actor.kind === 'member' ? writerAndTie(db, actor, contactId) : nothingKnown;
}

async function writerAndTie(db: Db, actor: Member, contactId: string | null): Promise<KnownFacts> {
	const { name, headline } = await readWriter(db, actor.communityId, actor.memberId);
	const tie = contactId ? await tieFacts(db, actor, contactId) : {};
	return { ...nothingKnown, ...tie, writer: name, writerAbout: headline };
}

async function tieFacts(db: Db, actor: Member, contactId: string): Promise<Partial<KnownFacts>> {
	const contact = await db
		.selectFrom('contacts')
		.selectAll()
		.where('communityId', '=', actor.communityId)
		.where('ownerId', '=', actor.memberId)
		.where('id', '=', contactId)
		.where('deletedAt', 'is', null)
		.executeTakeFirst();
	if (!contact) return {};
	const facts = (await tiesTo(db, actor, [contact])).get(contact.id) ?? [];
	return {
		...knownFromTie(facts, contact.closeness),
		reader: firstName(contact.fullName),
		readerCompany: contact.company
	};
}
