import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import { may } from '#lib/access/policy.ts';
import type { Database } from '#lib/db/schema.ts';
import { bookOf, isId } from '#lib/people/book.ts';
import { type VisibleContact, whoIsVisible } from '#lib/people/shared-contacts.server.ts';
import { sharedColumns, sharedFrom, type SharedRow } from '#lib/people/shared-row.server.ts';
import { type Shown, shownTo } from '#lib/people/shown-to.ts';

/** Another member, through whose eyes an owner looks at what is their own. */
export interface Viewer {
	id: string;
	name: string;
}

/** The other members of this member's community, by name. */
export async function viewersOf(db: Kysely<Database>, actor: Actor): Promise<Viewer[]> {
	if (actor.kind !== 'member') return [];
	const { communityId, memberId } = actor;
	if (!may(actor, { to: 'read_members', communityId })) return [];
	return db
		.selectFrom('members')
		.select(['id', 'name'])
		.where('communityId', '=', communityId)
		.where('id', '!=', memberId)
		.where('removedAt', 'is', null)
		.orderBy('name')
		.orderBy('id')
		.execute();
}

/**
 * What another member is shown of one of this member's contacts, by the same judge that shows it to
 * them. Null where it is no contact of the actor's, or no other member.
 */
export async function contactAs(
	db: Kysely<Database>,
	actor: Actor,
	look: { contactId: string; memberId: string }
): Promise<{ viewer: Viewer; shown: Shown } | null> {
	const book = bookOf(actor, 'read_contact');
	const eyes = await eyesOf(db, actor, look.memberId);
	if (!book || !eyes || !isId(look.contactId)) return null;
	const { rows } = await sql<SharedRow>`select ${sharedColumns} from ${sharedFrom}
		where c.community_id = ${book.communityId} and c.owner_id = ${book.ownerId}
			and c.id = ${look.contactId} and c.deleted_at is null`.execute(db);
	return rows[0] ? { viewer: eyes.viewer, shown: shownTo(eyes.actor, rows[0]) } : null;
}

/**
 * All that another member is shown of this member's book, by the door they use themselves. No count
 * is asked in their name: compared with one's own it would tell what they hide. Null where it is no
 * other member.
 */
export async function bookAs(
	db: Kysely<Database>,
	actor: Actor,
	look: { memberId: string; after?: string | null }
): Promise<{ viewer: Viewer; people: VisibleContact[]; next: string | null } | null> {
	const book = bookOf(actor, 'read_contact');
	const eyes = await eyesOf(db, actor, look.memberId);
	if (!book || !eyes) return null;
	const { after = null } = look;
	const page = await whoIsVisible(db, eyes.actor, { ownerId: book.ownerId, after });
	return { viewer: eyes.viewer, ...page };
}

async function eyesOf(
	db: Kysely<Database>,
	actor: Actor,
	memberId: string
): Promise<{ viewer: Viewer; actor: Member } | null> {
	if (actor.kind !== 'member' || !isId(memberId) || memberId === actor.memberId) return null;
	const { communityId } = actor;
	if (!may(actor, { to: 'read_members', communityId })) return null;
	const row = await db
		.selectFrom('members')
		.select(['id', 'name', 'role'])
		.where('communityId', '=', communityId)
		.where('id', '=', memberId)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	if (!row) return null;
	const { id, name, role } = row;
	return { viewer: { id, name }, actor: { kind: 'member', communityId, memberId, role } };
}
