import type { Kysely } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { type Fact, sayFact } from '#lib/i18n/evidence-sentence.ts';
import { lastExchange, longAgo } from '#lib/introductions/faint.ts';
import { firstMessage } from '#lib/introductions/letters/first-message.ts';
import { requestLetter } from '#lib/introductions/letters/request-letter.ts';
import { thanksLetter } from '#lib/introductions/letters/thanks-letter.ts';
import type { LetterText, Named } from '#lib/introductions/letters/voice.ts';
import { readWriter } from '#lib/introductions/load-request.server.ts';
import {
	readOwnRequest,
	type RequesterIntroduction,
	type RequesterView
} from '#lib/introductions/requester-view.server.ts';
import { strongestFact } from '#lib/network/strongest-fact.ts';
import { tiesTo } from '#lib/network/ties.server.ts';

type Db = Kysely<Database>;

/** The letter to the connector, from the templates and the facts; null for a request that is not theirs. */
export async function proposeRequestLetter(
	db: Db,
	actor: Actor,
	requestId: string,
	now: Date
): Promise<LetterText | null> {
	const view = await readOwnRequest(db, actor, requestId);
	if (!view || actor.kind !== 'member') return null;
	const facts = await factsOf(db, actor, view.connector.contactId);
	const last = lastExchange(facts);
	const voice = { locale: view.locale, register: view.register };
	return requestLetter({
		voice,
		requester: await self(db, actor),
		connector: { name: view.connector.name, about: '' },
		known: known(facts, view.locale),
		lastExchange: last,
		dormant: longAgo(last, now),
		targets: view.introductions.map((one) => ({ ...named(one), reason: one.reason })),
		reason: view.reason
	});
}

/** The first message to a target whose answer has been opened, in either register; null before. */
export async function proposeFirstMessage(
	db: Db,
	actor: Actor,
	view: RequesterView,
	introduction: RequesterIntroduction
): Promise<Record<'tu' | 'vous', LetterText> | null> {
	if (actor.kind !== 'member' || introduction.released.length === 0) return null;
	const facts = {
		requester: await self(db, actor),
		connector: { name: view.connector.name, about: '' },
		target: named(introduction),
		reason: introduction.reason || view.reason
	};
	const say = (register: 'tu' | 'vous') =>
		firstMessage({ ...facts, voice: { locale: view.locale, register } });
	return { tu: say('tu'), vous: say('vous') };
}

/** Thanks to the connector for what came of it; null when nothing has come of it yet. */
export async function proposeThanks(
	db: Db,
	actor: Actor,
	view: RequesterView
): Promise<LetterText | null> {
	if (actor.kind !== 'member') return null;
	const outcomes = view.introductions.flatMap(({ target, outcome, outcomeNote }) =>
		outcome ? [{ name: target.name, outcome, note: outcomeNote }] : []
	);
	if (outcomes.length === 0) return null;
	return thanksLetter({
		voice: { locale: view.locale, register: view.register },
		requester: await self(db, actor),
		connector: { name: view.connector.name, about: '' },
		outcomes
	});
}

async function self(db: Db, actor: { communityId: string; memberId: string }): Promise<Named> {
	const { name, headline } = await readWriter(db, actor.communityId, actor.memberId);
	return { name, about: headline };
}

function named({ target }: RequesterIntroduction): Named {
	return { name: target.name, about: target.company || target.position };
}

async function factsOf(db: Db, actor: Member, contactId: string | null): Promise<Fact[]> {
	if (!contactId) return [];
	const contact = await db
		.selectFrom('contacts')
		.selectAll()
		.where('communityId', '=', actor.communityId)
		.where('ownerId', '=', actor.memberId)
		.where('id', '=', contactId)
		.executeTakeFirst();
	if (!contact) return [];
	const ties = await tiesTo(db, actor, [contact]);
	return ties.get(contact.id) ?? [];
}

/** More than this is a story, and does not fit into a sentence of the letter, in characters. */
const shortWords = 80;

/** Shared times and places make a warm opening, else the requester's own words; counts of messages do not. */
export function known(facts: readonly Fact[], locale: 'fr' | 'en'): string {
	const warm = facts.filter(
		(fact) =>
			['shared_employer', 'shared_school'].includes(fact.kind) ||
			(fact.kind === 'meeting' && !fact.crowd)
	);
	const strongest = strongestFact(warm, { certain: true });
	if (strongest) return sayFact(strongest.fact, locale, 'other');
	const declared = facts.find((fact) => fact.kind === 'declared');
	const own = declared?.kind === 'declared' ? (declared.how ?? '').trim().replace(/[.!]$/, '') : '';
	return own.length <= shortWords && !own.includes('\n') ? own : '';
}
