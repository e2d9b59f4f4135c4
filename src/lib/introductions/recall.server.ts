import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import type { ContactRow, Database, IntroductionRow } from '#lib/db/schema.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import type { TieStrength } from '#lib/network/tie-strength.ts';
import { strengthsOf } from '#lib/network/tie-strengths.server.ts';
import { searchText } from '#lib/people/search-text.ts';

/** One of the connector's own contacts who is, or may be, the target. */
export interface Recalled {
	contactId: string;
	name: string;
	company: string;
	facts: Fact[];
	strength?: TieStrength | undefined;
	closeness: ContactRow['closeness'];
	register: 'tu' | 'vous' | null;
	locale: 'fr' | 'en' | null;
	emails: string[];
	phones: string[];
}

/**
 * What a connector's own book knows of a target: by profile address if it is there, else by the
 * same name. Several homonyms are all shown, for him to tell apart; a link holder has no book.
 */
export async function recallTarget(
	db: Kysely<Database>,
	actor: Actor,
	target: Pick<IntroductionRow, 'targetName' | 'targetProfile' | 'targetCompany'>
): Promise<Recalled[]> {
	if (actor.kind !== 'member') return [];
	const byProfile = target.targetProfile ? await withProfile(db, actor, target.targetProfile) : [];
	const found = byProfile.length > 0 ? byProfile : await withName(db, actor, target.targetName);
	const ties = await tiesTo(db, actor, found);
	const now = await communityNow(db, actor.communityId);
	const strengths = await strengthsOf(db, actor, ties, now);
	const recalled: Recalled[] = [];
	for (const contact of found)
		recalled.push({
			...(await recall(db, contact, ties.get(contact.id) ?? [])),
			strength: strengths.get(contact.id)
		});
	return recalled;
}

function ownContacts(db: Kysely<Database>, actor: { communityId: string; memberId: string }) {
	return db
		.selectFrom('contacts')
		.selectAll('contacts')
		.where('contacts.communityId', '=', actor.communityId)
		.where('contacts.ownerId', '=', actor.memberId)
		.where('contacts.deletedAt', 'is', null);
}

function withProfile(
	db: Kysely<Database>,
	actor: { communityId: string; memberId: string },
	profile: string
) {
	return ownContacts(db, actor)
		.innerJoin('contactDetails', (join) =>
			join
				.onRef('contactDetails.communityId', '=', 'contacts.communityId')
				.onRef('contactDetails.contactId', '=', 'contacts.id')
		)
		.where('contactDetails.kind', '=', 'profile')
		.where('contactDetails.normalised', '=', profile)
		.execute();
}

async function withName(
	db: Kysely<Database>,
	actor: { communityId: string; memberId: string },
	name: string
): Promise<ContactRow[]> {
	const wanted = searchText([name]);
	if (!wanted) return [];
	const likely = await ownContacts(db, actor)
		.where('contacts.searchText', 'like', `%${wanted.replaceAll(/[%_\\]/g, '\\$&')}%`)
		.limit(20)
		.execute();
	return likely.filter((contact) => searchText([contact.fullName]) === wanted).slice(0, 5);
}

async function recall(db: Kysely<Database>, contact: ContactRow, facts: Fact[]): Promise<Recalled> {
	const { communityId, id, closeness, register, locale } = contact;
	const details = await db
		.selectFrom('contactDetails')
		.select(['kind', 'value', 'normalised'])
		.where('communityId', '=', communityId)
		.where('contactId', '=', id)
		.execute();
	const values = (kind: 'email' | 'phone') =>
		details.filter((one) => one.kind === kind).map((one) => one.normalised);
	return {
		contactId: id,
		name: contact.fullName,
		company: contact.company,
		facts,
		closeness,
		register,
		locale,
		emails: values('email'),
		phones: values('phone')
	};
}
