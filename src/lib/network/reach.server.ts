import { type Kysely, sql } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Finding } from '#lib/network/finding.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import { isProvedMember } from '#lib/network/member-row.server.ts';
import { type ReachedPerson, type ReachGroup, reachGroups } from '#lib/network/reach-groups.ts';
import { bookOf } from '#lib/people/book.ts';
import { companyKey } from '#lib/people/company-name.ts';
import { ownerRow } from '#lib/people/shared-row.server.ts';
import { searchText } from '#lib/people/search-text.ts';

/** Whom one introduction at most separates from a member. */
export interface Reach {
	people: number;
	/** Whom they know themselves. */
	own: number;
	companies: ReachGroup[];
	positions: ReachGroup[];
}

/**
 * Everybody whom this member knows, or whom another lets them see, by company and by position; those
 * with most people first. What another keeps private, has only counted, or calls by an address adds
 * to no number.
 */
export async function readReach(finding: Pick<Finding, 'db' | 'actor' | 'finder'>): Promise<Reach> {
	const { db, actor, finder } = finding;
	const { communityId, memberId } = actor;
	const found = await finder.reach({ communityId, memberId });
	const works = await worksOf(db, actor);
	// Somebody may be reached by a contact of whom nobody is shown anything.
	const reached = found.filter(({ id }) => works.has(id) || id.startsWith('member '));
	const people = reached.map(
		({ id }): ReachedPerson => works.get(id) ?? { company: '', position: '' }
	);
	return {
		people: reached.length,
		own: reached.filter(({ through }) => through === null).length,
		companies: reachGroups(people, ({ company }) => company, companyKey),
		positions: reachGroups(
			people,
			({ position }) => position,
			(position) => searchText([position])
		)
	};
}

/** As `shownTo` judges: an address in the place of a name is nobody's to see. */
const isShown = sql`c.sharing = 'visible' and c.full_name !~ '@|^[^[:alpha:]]*$'`;

type WorkRow = ReachedPerson & { id: Somebody };

/** What is known of the work of each, as paths name them: what the member knows themselves first. */
async function worksOf(db: Kysely<Database>, actor: Member): Promise<Map<Somebody, ReachedPerson>> {
	const book = bookOf(actor, 'read_contact');
	if (!book) return new Map();
	const { rows } = await sql<WorkRow>`
		with seen as (
			select c.id, coalesce(p.person_id, c.id)::text as known, c.company, c.position,
				c.owner_id = ${book.ownerId} as own
			from contacts c join ${ownerRow}
			left join person_contacts p on p.community_id = c.community_id and p.contact_id = c.id
			where c.community_id = ${book.communityId} and c.deleted_at is null
				and (c.owner_id = ${book.ownerId} or ${isShown})
		)
		select known as id, company, position, own from seen
		union all
		select 'member ' || m.id, s.company, s.position, s.own
		from members m
		join contact_details d on d.community_id = m.community_id and d.kind = 'email'
			and d.normalised = m.email
		join seen s on s.id = d.contact_id
		where m.community_id = ${book.communityId} and ${isProvedMember}
		order by own desc`.execute(db);
	const works = new Map<Somebody, ReachedPerson>();
	for (const { id, company, position } of rows) {
		const before = works.get(id);
		works.set(id, {
			company: before?.company || company,
			position: before?.position || position
		});
	}
	return works;
}
