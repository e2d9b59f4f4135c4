import type { Kysely } from 'kysely';
import { exportPersons } from '#lib/communities/export-persons.server.ts';
import { exportSources } from '#lib/communities/export-sources.server.ts';
import type { Database } from '#lib/db/schema.ts';

/** What one member holds in one community, as rows of the tables, without what others alone may read. */
type MemberExport = Awaited<ReturnType<typeof exportMember>>;

/**
 * The account and, for each community, its member's own rows. Requests and introductions are not
 * here: they are added by whoever may read them as their requester or connector sees them.
 */
export async function exportAccount(db: Kysely<Database>, userId: string) {
	const account = await db
		.selectFrom('users')
		.select(['id', 'name', 'email', 'emailVerified', 'locale', 'createdAt'])
		.where('id', '=', userId)
		.executeTakeFirstOrThrow();
	const members = await db
		.selectFrom('members')
		.selectAll()
		.where('userId', '=', userId)
		.orderBy('createdAt')
		.execute();
	const communities: MemberExport[] = [];
	for (const { communityId, id } of members) {
		communities.push(await exportMember(db, communityId, id));
	}
	return { account, communities };
}

async function exportMember(db: Kysely<Database>, communityId: string, memberId: string) {
	const key = { communityId, memberId };
	return {
		community: await db
			.selectFrom('communities')
			.select(['id', 'name', 'kind', 'description'])
			.where('id', '=', communityId)
			.executeTakeFirstOrThrow(),
		member: await db
			.selectFrom('members')
			.select([
				'id',
				'name',
				'email',
				'role',
				'locale',
				'headline',
				'notices',
				'sharing',
				'asksMonthly',
				'asksFor',
				'createdAt',
				'removedAt'
			])
			.where('communityId', '=', communityId)
			.where('id', '=', memberId)
			.executeTakeFirstOrThrow(),
		writingHelp: await exportWritingHelp(db, key),
		contacts: await exportContacts(db, key),
		acquaintances: await db
			.selectFrom('acquaintances')
			.select(['connectorId', 'targetId', 'how', 'createdAt'])
			.where('communityId', '=', communityId)
			.where('ownerId', '=', memberId)
			.execute(),
		merges: await db
			.selectFrom('merges')
			.select(['keptId', 'mergedId', 'decidedBy', 'reasons', 'mergedAt', 'undoneAt'])
			.where('communityId', '=', communityId)
			.where('ownerId', '=', memberId)
			.orderBy('mergedAt')
			.execute(),
		likenesses: await db
			.selectFrom('likenesses')
			.select(['oneId', 'otherId', 'state', 'reasons', 'foundAt', 'decidedAt'])
			.where('communityId', '=', communityId)
			.where('ownerId', '=', memberId)
			.orderBy('foundAt')
			.execute(),
		persons: await exportPersons(db, key),
		imports: await db
			.selectFrom('imports')
			.selectAll()
			.where('communityId', '=', communityId)
			.where('memberId', '=', memberId)
			.execute(),
		...(await exportSources(db, key)),
		mails: await db
			.selectFrom('mails')
			.select(['kind', 'subject', 'body', 'createdAt', 'sentAt'])
			.where('communityId', '=', communityId)
			.where('toMemberId', '=', memberId)
			.orderBy('createdAt')
			.execute()
	};
}

interface MemberKey {
	communityId: string;
	memberId: string;
}

/** The language model that helps this member with letters, where they set one up. */
async function exportWritingHelp(db: Kysely<Database>, { communityId, memberId }: MemberKey) {
	const own = await db
		.selectFrom('writingHelps')
		.select(['address', 'model', 'createdAt', 'updatedAt'])
		.where('communityId', '=', communityId)
		.where('memberId', '=', memberId)
		.executeTakeFirst();
	return own ?? null;
}

async function exportContacts(db: Kysely<Database>, { communityId, memberId }: MemberKey) {
	const contacts = await db
		.selectFrom('contacts')
		.selectAll()
		.where('communityId', '=', communityId)
		.where('ownerId', '=', memberId)
		.orderBy('fullName')
		.execute();
	const [details, positions, evidence, events, strengths] = await Promise.all([
		rowsOf(db, 'contactDetails', { communityId, memberId }),
		rowsOf(db, 'positions', { communityId, memberId }),
		rowsOf(db, 'evidence', { communityId, memberId }),
		rowsOf(db, 'contactEvents', { communityId, memberId }),
		strengthsOf(db, { communityId, memberId })
	]);
	return contacts.map(
		({ communityId: _community, ownerId: _owner, searchText: _text, ...own }) => ({
			...own,
			details: details.get(own.id) ?? [],
			positions: positions.get(own.id) ?? [],
			evidence: evidence.get(own.id) ?? [],
			events: events.get(own.id) ?? [],
			strength: strengths.get(own.id) ?? null
		})
	);
}

/** What is told of the strength of each tie, and what the member says of it, by contact. */
async function strengthsOf(db: Kysely<Database>, { communityId, memberId }: MemberKey) {
	const rows = await db
		.selectFrom('strengths')
		.select(['contactId', 'told', 'said', 'saidAt'])
		.where('communityId', '=', communityId)
		.where('ownerId', '=', memberId)
		.execute();
	return new Map(rows.map(({ contactId, ...strength }) => [contactId, strength]));
}

type ContactTable = 'contactDetails' | 'positions' | 'evidence' | 'contactEvents';

/** The rows that hang on a member's contacts, by contact. */
async function rowsOf(
	db: Kysely<Database>,
	table: ContactTable,
	{ communityId, memberId }: MemberKey
): Promise<Map<string, object[]>> {
	const own = db
		.selectFrom('contacts')
		.select('id')
		.where('communityId', '=', communityId)
		.where('ownerId', '=', memberId);
	const rows = await db
		.selectFrom(table)
		.selectAll()
		.where('communityId', '=', communityId)
		.where('contactId', 'in', own)
		.orderBy('id')
		.execute();
	return Map.groupBy(
		rows.map(({ communityId: _community, ...row }) => row),
		({ contactId }) => contactId
	);
}
