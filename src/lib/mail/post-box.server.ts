import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database, MailRow } from '#lib/db/schema.ts';

/** One line of the post box, without the letter. */
export type PostBoxLine = Pick<
	MailRow,
	| 'id'
	| 'kind'
	| 'toName'
	| 'toEmail'
	| 'toMemberId'
	| 'subject'
	| 'state'
	| 'failure'
	| 'createdAt'
> &
	Pick<MailRow, 'sentAt' | 'digestId'>;

/** Somebody to whom mails were written. `key` names them in a web address without naming them. */
export interface Addressee {
	key: string;
	name: string;
	email: string;
}

const pageLength = 50;
const mostAddressees = 200;

/**
 * The mails of these communities, newest first, `pageLength` at a time; `to` an e-mail address alone
 * if given, from after the mail `before` on. `older` is the next `before`, null at the end.
 */
export async function listPostBox(
	db: Kysely<Database>,
	communityIds: string[],
	only: { to?: string | undefined; before?: string | undefined } = {}
): Promise<{ lines: PostBoxLine[]; older: string | null }> {
	const { to, before } = only;
	const last = before ? await readPostBoxMail(db, communityIds, before) : undefined;
	const rows = await db
		.selectFrom('mails')
		.select(['id', 'kind', 'toName', 'toEmail', 'subject', 'state', 'failure', 'createdAt'])
		.select(['sentAt', 'digestId', 'toMemberId'])
		.where('communityId', 'in', communityIds)
		.$if(to !== undefined, (query) => query.where('toEmail', '=', to ?? ''))
		.$if(last !== undefined, (query) =>
			query.where(({ eb, refTuple, tuple }) =>
				eb(refTuple('createdAt', 'id'), '<', tuple(last?.createdAt ?? new Date(0), last?.id ?? ''))
			)
		)
		.orderBy('createdAt', 'desc')
		.orderBy('id', 'desc')
		.limit(pageLength + 1)
		.execute();
	const lines = rows.slice(0, pageLength);
	return { lines, older: rows.length > pageLength ? (lines.at(-1)?.id ?? null) : null };
}

/** One mail with its letter, as it lies in the outbox; undefined when it is not of these communities. */
export function readPostBoxMail(
	db: Kysely<Database>,
	communityIds: string[],
	mailId: string
): Promise<MailRow | undefined> {
	return db
		.selectFrom('mails')
		.selectAll()
		.where('communityId', 'in', communityIds)
		.where('id', '=', mailId)
		.executeTakeFirst();
}

/**
 * Those to whom these communities wrote, whoever was written to last first; the latest 200. `among`
 * members and accounts only where letters are not read: see namesAddressee.
 */
export async function listAddressees(
	db: Kysely<Database>,
	communityIds: string[],
	among: 'all' | 'accounts' = 'all'
): Promise<Addressee[]> {
	const rows = await db
		.selectFrom('mails')
		.select(({ fn }) => ['toEmail', fn.max('toName').as('name'), fn.max('createdAt').as('at')])
		.where('communityId', 'in', communityIds)
		.$if(among === 'accounts', (query) =>
			query.where(({ or, eb }) =>
				or([eb('toMemberId', 'is not', null), eb('kind', '=', 'account')])
			)
		)
		.groupBy('toEmail')
		.orderBy('at', 'desc')
		.limit(mostAddressees)
		.execute();
	return rows.map(({ toEmail, name }) => ({ key: keyOf(toEmail), name, email: toEmail }));
}

function keyOf(email: string): string {
	return createHash('sha256').update(`post box:${email}`).digest('hex').slice(0, 16);
}

// Mail that belongs to no community: links to sign in, to check an address, invitations.
const serverId = '00000000-0000-0000-0000-000000000000';

/**
 * The communities whose mails a member may look into: their own, and for the owner of the server's
 * first community also the server's own mails about accounts.
 */
export async function postBoxCommunities(
	db: Kysely<Database>,
	member: { communityId: string; role: string }
): Promise<string[]> {
	const first = await db
		.selectFrom('communities')
		.select('id')
		.where('kind', 'not in', ['server', 'demo'])
		.orderBy('createdAt')
		.orderBy('id')
		.executeTakeFirst();
	const runsTheServer = member.role === 'owner' && member.communityId === first?.id;
	return runsTheServer ? [member.communityId, serverId] : [member.communityId];
}
