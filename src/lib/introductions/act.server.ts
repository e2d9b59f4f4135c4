import type { Kysely, Transaction, Updateable } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { type Part, partOf } from '#lib/access/part.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import type { Effect } from '#lib/introductions/effect.ts';
import { type Channel, type Life, type LifeEvent, decide } from '#lib/introductions/lifecycle.ts';
import { makeLink, renewLink } from '#lib/introductions/links.server.ts';
import { openLinked } from '#lib/introductions/open-linked.server.ts';
import { peaceRefusal } from '#lib/introductions/keep-peace.server.ts';
import {
	type Key,
	type Loaded,
	loadIntroduction
} from '#lib/introductions/load-introduction.server.ts';
import {
	forgetNeverAgain,
	listSecret,
	rememberNeverAgain,
	saidNeverAgain
} from '#lib/introductions/never-again.server.ts';
import type { Refusal } from '#lib/introductions/refusals.ts';
import { addressesOf } from '#lib/introductions/target-addresses.server.ts';

/** What acting needs of the application. */
export interface Doors {
	db: Kysely<Database>;
	enqueue: Enqueue;
	secret: string;
}

/** An event with the persons' data that go with it: they are stored, but never in the history. */
export interface Deed {
	event: LifeEvent;
	words?: Words;
	/** For a yes: the values of the released channels, already normalised. */
	details?: Partial<Record<Channel, string>>;
}
type Words = Pick<
	Updateable<Database['introductions']>,
	| 'suggestedName'
	| 'suggestedAbout'
	| 'refusalReason'
	| 'kindWord'
	| 'askLocale'
	| 'askRegister'
	| 'askSubject'
	| 'askLetter'
	| 'askChannel'
	| 'askEmail'
	| 'answerWord'
	| 'outcome'
	| 'outcomeNote'
>;

export type Acted = { ok: true; life: Life } | { ok: false; refusal: Refusal };

/**
 * The one door through which an introduction changes, whoever knocks: screen, link, API, mail or
 * timer. Judge, compare-and-swap on the version, history, jobs: one transaction, all or nothing.
 * Of two who act at once one wins and the other is refused with 'changed_meanwhile'.
 */
export function act(doors: Doors, actor: Actor, key: Key, deed: Deed, now: Date): Promise<Acted> {
	return doors.db.transaction().execute((trx) => actWithin(trx, doors, actor, key, deed, now));
}

/** The same, as a part of a larger change: a refusal does not undo what the caller did before. */
export async function actWithin(
	trx: Transaction<Database>,
	doors: Doors,
	actor: Actor,
	key: Key,
	deed: Deed,
	now: Date
): Promise<Acted> {
	const found = await loadIntroduction(trx, key);
	const part = found && partOf(actor, found.cast);
	if (!found || !part) return { ok: false, refusal: 'not_found' };
	const judged = decide(found.life, deed.event, part, now);
	if (!judged.ok) return judged;
	if (await barred(trx, doors, found, deed)) return { ok: false, refusal: 'never_again' };
	const unkind = deed.event.kind === 'send' ? await peaceRefusal(trx, found, now) : null;
	if (unkind) return { ok: false, refusal: unkind };
	const swapped = await swap(trx, key, found.life, judged.life, deed);
	if (!swapped) return { ok: false, refusal: 'changed_meanwhile' };
	await remember(trx, key, found.life, judged.life, deed.event, part, now);
	// First, while what was released before is still there to be remembered.
	await keepNeverAgain(trx, doors, found, judged.life, deed, now);
	await keepReleases(trx, key, judged.life, deed, part, now);
	await keepLink(trx, doors, found, deed, now);
	for (const effect of judged.effects)
		await follow(trx, doors, found, judged.life, effect, deed, now);
	return { ok: true, life: judged.life };
}

/** Nobody who said "never again" is asked for, or asked, again. */
async function barred(trx: Transaction<Database>, doors: Doors, found: Loaded, deed: Deed) {
	if (deed.event.kind !== 'send' && deed.event.kind !== 'ask') return false;
	const addresses = await addressesOf(trx, found.introduction, deed.words?.askEmail ?? '');
	const secret = await listSecret(trx, doors.secret, found.cast.communityId);
	return saidNeverAgain(trx, secret, addresses);
}

async function swap(trx: Transaction<Database>, key: Key, from: Life, to: Life, deed: Deed) {
	const { released: _kept, ...columns } = to;
	const vouched = to.state === 'agreed' ? { vouched: deed.event.kind === 'vouch' } : {};
	const result = await trx
		.updateTable('introductions')
		.set({ ...deed.words, ...columns, ...vouched })
		.where('communityId', '=', key.communityId)
		.where('id', '=', key.introductionId)
		.where('version', '=', from.version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

async function remember(
	trx: Transaction<Database>,
	key: Key,
	from: Life,
	to: Life,
	event: LifeEvent,
	actor: Part,
	at: Date
) {
	const row = { event: JSON.stringify(event), actor, fromState: from.state, toState: to.state, at };
	await trx
		.insertInto('history')
		.values({ ...key, version: to.version, ...row })
		.execute();
}

async function keepReleases(
	trx: Transaction<Database>,
	key: Key,
	life: Life,
	deed: Deed,
	part: Part,
	now: Date
) {
	const answered = deed.event.kind === 'agree' || deed.event.kind === 'vouch';
	if (!answered && life.released.length > 0) return;
	await trx
		.deleteFrom('releases')
		.where('communityId', '=', key.communityId)
		.where('introductionId', '=', key.introductionId)
		.execute();
	for (const kind of life.released) {
		const value = deed.details?.[kind];
		if (!value) throw new Error(`a yes by ${kind} came without it`);
		const releasedBy = part === 'connector' ? 'connector' : 'target';
		await trx
			.insertInto('releases')
			.values({ ...key, kind, value, releasedBy, releasedAt: now })
			.execute();
	}
}

async function keepNeverAgain(
	trx: Transaction<Database>,
	doors: Doors,
	found: Loaded,
	to: Life,
	deed: Deed,
	now: Date
) {
	if (found.life.neverAgain === to.neverAgain) return;
	const given = Object.values(deed.details ?? {});
	const addresses = [...(await addressesOf(trx, found.introduction)), ...given];
	const secret = await listSecret(trx, doors.secret, found.cast.communityId);
	if (to.neverAgain) await rememberNeverAgain(trx, secret, addresses, now);
	else await forgetNeverAgain(trx, secret, addresses);
}

/**
 * The target's link is made with the request, and anew when the server's mail is the first to carry
 * it to him: asked again, he may still answer from the letter he kept.
 */
async function keepLink(
	trx: Transaction<Database>,
	doors: Doors,
	{ introduction }: Loaded,
	{ event, words }: Deed,
	now: Date
) {
	const { communityId, id: introductionId, askChannel } = introduction;
	const link = { purpose: 'target', introductionId } as const;
	if (event.kind === 'send') await makeLink(trx, doors.secret, communityId, link, now);
	if (event.kind === 'ask' && words?.askChannel === 'mail' && askChannel === null)
		await renewLink(trx, doors.secret, communityId, link, now);
}

/** A linked draft is opened at once, so that the next screen shows it; the rest are jobs. */
async function follow(
	trx: Transaction<Database>,
	doors: Doors,
	found: Loaded,
	life: Life,
	effect: Effect,
	deed: Deed,
	now: Date
) {
	if (effect === 'open_linked_draft') {
		await openLinked(trx, doors.secret, found, deed.event.kind, deed.words ?? {}, now);
		return;
	}
	const { communityId, id: introductionId } = found.introduction;
	await doors.enqueue(trx, 'effect', {
		communityId,
		introductionId,
		version: life.version,
		effect
	});
}
