import { type Kysely, sql } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { KnownPerson } from '#lib/matching/known-person.ts';
import { bookOf, isId } from '#lib/people/book.ts';
import { sharedColumns, ownerRow, type SharedRow } from '#lib/people/shared-row.server.ts';
import { visibleTo } from '#lib/people/shared-contacts.server.ts';

/**
 * The persons of these contacts, as far as other members of the actor's community make them visible:
 * each as the contact says it, with all visible contacts of the same person, and the actor's own. In
 * the order of the ids; what is not visible to the actor is left out, as if it did not exist.
 */
export async function knownPersons(
	db: Kysely<Database>,
	actor: Actor,
	contactIds: readonly string[]
): Promise<KnownPerson[]> {
	const book = bookOf(actor, 'read_contact');
	const ids = [...new Set(contactIds)].filter(isId);
	if (!book || ids.length === 0) return [];
	const { communityId, ownerId } = book;
	const { rows } = await sql<SharedRow & { face: string }>`
		with faces as (select f.id as face, k.person_id from unnest(${ids}::uuid[]) f (id)
				left join person_contacts k on k.community_id = ${communityId}
					and k.contact_id = f.id and k.shared),
			same as (select face, face as id from faces
				union select face, s.contact_id from faces join person_contacts s
					on s.community_id = ${communityId} and s.person_id = faces.person_id
						and (s.shared or s.owner_id = ${ownerId}))
		select same.face, ${sharedColumns} from same
		join contacts c on c.community_id = ${communityId} and c.id = same.id
			and (c.sharing = 'visible' or c.owner_id = ${ownerId}) and c.deleted_at is null
		join ${ownerRow} order by o.name, o.id, c.full_name, c.id`.execute(db);
	const byFace = Map.groupBy(rows, ({ face }) => face);
	return ids.flatMap((id) => personOf(actor, id, byFace.get(id) ?? []) ?? []);
}

function personOf(actor: Actor, faceId: string, rows: readonly SharedRow[]): KnownPerson | null {
	const knownBy = rows.flatMap((row) => visibleTo(actor, row) ?? []);
	const face = knownBy.find(({ id }) => id === faceId);
	if (!face || actor.kind !== 'member') return null;
	const own = rows.find(({ ownerId }) => ownerId === actor.memberId);
	const { id, name, company, position } = face;
	return { id, name, company, position, knownBy, ownId: own?.id ?? null };
}
