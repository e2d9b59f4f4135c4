import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import { matchWithin, withHidden } from '#lib/matching/match-persons.server.ts';
import { bookOf, isId } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** A contact of the deciding member's own, and another member's. */
export interface DecidedPair {
	contactId: string;
	otherId: string;
}

export type Decided = { ok: true } | { ok: false; refusal: 'not_found' };

/**
 * Says that a contact of this member's own and another member's visible one are the same person, or
 * are not. It holds at once and until it is taken back; where the two owners say different things,
 * `apart` holds. What is blind, private or elsewhere answers as if it did not exist.
 */
export async function decidePair(
	db: Kysely<Database>,
	actor: Actor,
	{ decision, ...pair }: DecidedPair & { decision: 'same' | 'apart' },
	now: Date
): Promise<Decided> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(pair.contactId) || !isId(pair.otherId))
		return { ok: false, refusal: 'not_found' };
	return db.transaction().execute(async (trx): Promise<Decided> => {
		if (!(await mayDecide(trx, actor, pair))) return { ok: false, refusal: 'not_found' };
		const { communityId, ownerId: memberId } = book;
		await trx
			.insertInto('personDecisions')
			.values({ communityId, memberId, ...pair, decision, decidedAt: now })
			.onConflict((conflict) =>
				conflict
					.columns(['communityId', 'contactId', 'otherId'])
					.doUpdateSet({ decision, decidedAt: now })
			)
			.execute();
		await matchWithin(trx, communityId, [pair.contactId], now);
		return { ok: true };
	});
}

/** Takes back what this member decided; the two are matched and asked about as if nothing had been said. */
export async function takeBackDecision(
	db: Kysely<Database>,
	actor: Actor,
	{ contactId, otherId }: DecidedPair,
	now: Date
): Promise<boolean> {
	const book = bookOf(actor, 'change_contact');
	if (!book || !isId(contactId) || !isId(otherId)) return false;
	return db.transaction().execute(async (trx) => {
		const taken = await trx
			.deleteFrom('personDecisions')
			.where('communityId', '=', book.communityId)
			.where('memberId', '=', book.ownerId)
			.where('contactId', '=', contactId)
			.where('otherId', '=', otherId)
			.returning('contactId')
			.executeTakeFirst();
		if (!taken) return false;
		await matchWithin(
			trx,
			book.communityId,
			await withHidden(trx, book.communityId, [contactId]),
			now
		);
		return true;
	});
}

async function mayDecide(trx: Trx, actor: Actor, pair: DecidedPair): Promise<boolean> {
	if (actor.kind !== 'member') return false;
	const { communityId } = actor;
	const rows = await trx
		.selectFrom('contacts')
		.select(['id', 'ownerId', 'sharing'])
		.where('communityId', '=', communityId)
		.where('id', 'in', [pair.contactId, pair.otherId])
		.where('deletedAt', 'is', null)
		.execute();
	const mine = rows.find(({ id }) => id === pair.contactId);
	const theirs = rows.find(({ id }) => id === pair.otherId);
	if (!mine || !theirs) return false;
	const { ownerId, sharing } = theirs;
	return (
		may(actor, { to: 'change_contact', communityId, ownerId: mine.ownerId }) &&
		may(actor, { to: 'see_shared', communityId, ownerId, sharing })
	);
}
