import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { members, type Role } from '#lib/demo/person.ts';
import type { StoryPlaces } from '#lib/demo/screens.ts';
import { doneSteps, type StoryStep } from '#lib/demo/story-steps.ts';
import { storyPeople } from '#lib/demo/story.ts';

/** How far the story has been played, and what its steps lead to. */
export interface Progress extends StoryPlaces {
	done: Set<StoryStep>;
}

/** Reads the story of this demo; null when the community is no demo, or is gone. */
export async function readProgress(
	db: Kysely<Database>,
	communityId: string
): Promise<Progress | null> {
	const community = await db
		.selectFrom('communities')
		.select('clockAheadMs')
		.where('id', '=', communityId)
		.where('kind', '=', 'demo')
		.executeTakeFirst();
	if (!community) return null;
	const [contacts, pierre, paul] = await Promise.all([
		kathysContacts(db, communityId),
		latest(db, communityId, storyPeople.pierre.profile),
		latest(db, communityId, storyPeople.paul.profile)
	]);
	const { clockAheadMs } = community;
	const told = { pierre: pierre?.state ?? null, paul: paul?.state ?? null, clockAheadMs };
	return {
		done: doneSteps(told),
		contacts,
		requestId: pierre?.requestId ?? paul?.requestId ?? null,
		introductionId: pierre?.id ?? paul?.id ?? null
	};
}

/** The member whom a role or a member's id names, in the demo that is open; undefined for nobody of it. */
export async function memberIdOf(
	db: Kysely<Database>,
	named: string
): Promise<{ id: string; communityId: string; role: Role } | undefined> {
	const rows = await db
		.selectFrom('members')
		.innerJoin('communities', 'communities.id', 'members.communityId')
		.select(['members.id', 'members.communityId', 'members.email'])
		.where('communities.kind', '=', 'demo')
		.execute();
	const known = rows.flatMap(({ id, communityId, email }) => {
		const role = members.find((member) => member.email === email)?.role;
		return role ? [{ id, communityId, role }] : [];
	});
	return known.find(({ id, role }) => id === named || role === named);
}

/** Moves the demo's clock; nothing else may be ahead of time. Answers whether it was this demo. */
export async function moveClock(
	db: Kysely<Database>,
	communityId: string,
	days: number
): Promise<boolean> {
	const result = await db
		.updateTable('communities')
		.set((eb) => ({ clockAheadMs: eb('clockAheadMs', '+', days * 86_400_000) }))
		.where('id', '=', communityId)
		.where('kind', '=', 'demo')
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

async function kathysContacts(db: Kysely<Database>, communityId: string) {
	const { dean, pierre, paul } = storyPeople;
	const rows = await db
		.selectFrom('contacts')
		.innerJoin('members', (join) =>
			join
				.onRef('members.communityId', '=', 'contacts.communityId')
				.onRef('members.id', '=', 'contacts.ownerId')
		)
		.innerJoin('contactDetails', (join) =>
			join
				.onRef('contactDetails.communityId', '=', 'contacts.communityId')
				.onRef('contactDetails.contactId', '=', 'contacts.id')
		)
		.select(['contacts.id', 'contactDetails.normalised as profile'])
		.where('contacts.communityId', '=', communityId)
		.where('contacts.deletedAt', 'is', null)
		.where('members.email', '=', storyPeople.kathy.email)
		.where('contactDetails.kind', '=', 'profile')
		.where('contactDetails.normalised', 'in', [dean.profile, pierre.profile, paul.profile])
		.execute();
	const idOf = (profile: string) => rows.find((row) => row.profile === profile)?.id ?? '';
	return { dean: idOf(dean.profile), pierre: idOf(pierre.profile), paul: idOf(paul.profile) };
}

function latest(db: Kysely<Database>, communityId: string, profile: string) {
	return db
		.selectFrom('introductions')
		.innerJoin('requests', (join) =>
			join
				.onRef('requests.communityId', '=', 'introductions.communityId')
				.onRef('requests.id', '=', 'introductions.requestId')
		)
		.innerJoin('members', (join) =>
			join
				.onRef('members.communityId', '=', 'requests.communityId')
				.onRef('members.id', '=', 'requests.requesterId')
		)
		.select(['introductions.id', 'introductions.requestId', 'introductions.state'])
		.where('introductions.communityId', '=', communityId)
		.where('introductions.targetProfile', '=', profile)
		.where('members.email', '=', storyPeople.kathy.email)
		.orderBy('introductions.createdAt', 'desc')
		.executeTakeFirst();
}
