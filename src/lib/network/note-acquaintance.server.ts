import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { saveAcquaintanceWithin } from '#lib/network/acquaintances.server.ts';
import { contactNamed } from '#lib/people/contact-named.server.ts';

/** As a picker sends a person: the id of a contact, or a name without one. */
export interface Picked {
	id: string;
	name: string;
}

export type Noted =
	{ ok: true } | { ok: false; refusal: 'name_missing' | 'several' | 'not_found' | 'same_person' };

/** Notes that one person knows another; whoever is no contact yet becomes one, or neither does. */
export function noteAcquaintance(
	db: Kysely<Database>,
	actor: Actor,
	pair: { connector: Picked; target: Picked; how: string },
	now: Date
): Promise<Noted> {
	return db
		.transaction()
		.execute(async (trx): Promise<Noted> => {
			const connector = await contactNamed(trx, actor, pair.connector, now);
			if (!connector.ok) throw new Undone(connector.refusal);
			const target = await contactNamed(trx, actor, pair.target, now);
			if (!target.ok) throw new Undone(target.refusal);
			const ids = { connectorId: connector.id, targetId: target.id, how: pair.how };
			const saved = await saveAcquaintanceWithin(trx, actor, ids, now);
			if (!saved.ok) throw new Undone(saved.refusal);
			return { ok: true };
		})
		.catch((error: unknown): Noted => {
			if (error instanceof Undone) return { ok: false, refusal: error.refusal };
			throw error;
		});
}

type Refusal = Extract<Noted, { ok: false }>['refusal'];

/** Takes back what the transaction did before it was refused. */
class Undone extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal);
		this.refusal = refusal;
	}
}
