import { type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { answerDue, type Exchanged } from '#lib/network/derive-exchanges.ts';
import type { Career, Post, Told } from '#lib/network/derive-facts.ts';
import type { Said, Source } from '#lib/network/memory.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** What files and the owner tell of one contact. */
export interface ToldContact extends Told, Said {
	id: string;
	/** Evidence that is kept as it came; the connection apart, which the contact tells itself. */
	kept: unknown[];
}

/** Where the member worked and studied, in the order of the files. */
export async function loadCareers(trx: Trx, book: Book): Promise<Career[]> {
	const rows = await trx
		.selectFrom('careers')
		.select(['kind', 'place', 'startedOn', 'endedOn', 'importId', 'file', 'line'])
		.where('communityId', '=', book.communityId)
		.where('memberId', '=', book.ownerId)
		.orderBy('startedOn')
		.orderBy('place')
		.orderBy('endedOn')
		.orderBy('id')
		.execute();
	return rows.map(({ importId, file, line, ...career }) => ({
		...career,
		source: sourceOf({ importId, file, line })
	}));
}

/** What is told of these contacts, or of the whole book: one query a table. */
export async function loadTold(
	trx: Trx,
	book: Book,
	ids: readonly string[] | 'all'
): Promise<ToldContact[]> {
	const contacts = await contactsOf(trx, book, ids);
	const posts = await postsOf(trx, book, ids);
	const exchanges = await exchangesOf(trx, book, ids);
	const kept = await keptOf(trx, book, ids);
	return contacts.map((contact) => ({
		...contact,
		posts: posts.get(contact.id) ?? [],
		exchanges: exchanges.get(contact.id) ?? [],
		kept: kept.get(contact.id) ?? []
	}));
}

/** The owner's contacts that show, and of those the ones asked for. */
export function ofBook(trx: Trx, book: Book, ids: readonly string[] | 'all') {
	const query = trx
		.selectFrom('contacts')
		.where('contacts.communityId', '=', book.communityId)
		.where('contacts.ownerId', '=', book.ownerId);
	return ids === 'all' ? query : query.where(sql<boolean>`contacts.id = any(${ids}::uuid[])`);
}

function contactsOf(trx: Trx, book: Book, ids: readonly string[] | 'all') {
	return ofBook(trx, book, ids)
		.select(['id', 'company', 'connectedOn', 'howKnown', 'metWhere', 'metOn', 'closeness'])
		.where('deletedAt', 'is', null)
		.where('mergedInto', 'is', null)
		.execute();
}

async function postsOf(trx: Trx, book: Book, ids: readonly string[] | 'all') {
	const rows = await ofBook(trx, book, ids)
		.innerJoin('positions as post', (join) =>
			join
				.onRef('post.communityId', '=', 'contacts.communityId')
				.onRef('post.contactId', '=', 'contacts.id')
		)
		.select([
			'post.contactId',
			'post.company',
			'post.title',
			'post.startedOn',
			'post.endedOn',
			'post.importId',
			'post.file',
			'post.line'
		])
		.orderBy('post.startedOn')
		.orderBy('post.endedOn')
		.orderBy('post.id')
		.execute();
	return byContact(rows, ({ importId, file, line, contactId: _contact, ...post }): Post => ({
		...post,
		source: sourceOf({ importId, file, line })
	}));
}

type ExchangedRow = Omit<Exchanged, 'source'> & { contactId: string; latest: string };

/**
 * The same thing known by two names of one person counts once, by its key. What the owner wrote is
 * answered where the other wrote on that day or in the week after; what is younger than a week in its
 * file may be answered still.
 */
async function exchangesOf(trx: Trx, book: Book, ids: readonly string[] | 'all') {
	const wanted = ids === 'all' ? sql`` : sql`and c.contact_id = any(${ids}::uuid[])`;
	const { rows } = await sql<ExchangedRow>`
		select contact_id as "contactId", kind, direction, count(distinct key)::int as count,
			min(happened_on)::text as first, max(happened_on)::text as last,
			bool_or(note) as note, min(size) as smallest,
			coalesce(array_agg(distinct about) filter (where about <> ''), '{}') as about,
			count(distinct happened_on) filter (where direction = 'mine'
				and (answered or happened_on + ${answerDue}::int < filed_on))::int as tried,
			count(distinct happened_on) filter (where direction = 'mine' and answered)::int as answered,
			max(concat_ws(' ', coalesce(happened_on::text, '0'), lpad(line::text, 10, '0'),
				import_id, file)) as latest
		from (
			select c.contact_id, e.*, i.created_at::date as filed_on,
				count(*) filter (where e.direction = 'theirs') over (
					partition by c.contact_id, e.kind order by e.happened_on
					range between current row and ${`${answerDue} days`}::interval following) > 0 as answered
			from correspondents c
			join exchanges e on e.community_id = c.community_id and e.correspondent_id = c.id
			join imports i on i.community_id = e.community_id and i.id = e.import_id
			where c.community_id = ${book.communityId} and c.owner_id = ${book.ownerId}
				and c.contact_id is not null ${wanted}
		) e
		group by contact_id, kind, direction
		order by contact_id, kind, direction`.execute(trx);
	return byContact(rows, ({ contactId: _contact, latest, ...exchanged }): Exchanged => ({
		...exchanged,
		source: rowOf(latest)
	}));
}

/** The row of the last exchange, out of the text by which it was found to be the last. */
function rowOf(latest: string): Source {
	const [, line, importId = '', ...file] = latest.split(' ');
	return { importId, file: file.join(' '), line: Number(line) };
}

async function keptOf(trx: Trx, book: Book, ids: readonly string[] | 'all') {
	const rows = await ofBook(trx, book, ids)
		.innerJoin('evidence', (join) =>
			join
				.onRef('evidence.communityId', '=', 'contacts.communityId')
				.onRef('evidence.contactId', '=', 'contacts.id')
		)
		.select(['evidence.contactId', 'evidence.fact'])
		.where('evidence.derived', '=', false)
		.where(sql<boolean>`evidence.fact ->> 'kind' <> 'connected'`)
		.execute();
	return byContact(rows, ({ fact }) => fact);
}

function byContact<Row extends { contactId: string }, One>(
	rows: readonly Row[],
	read: (row: Row) => One
): Map<string, One[]> {
	const found = new Map<string, One[]>();
	for (const row of rows) {
		const list = found.get(row.contactId);
		if (list) list.push(read(row));
		else found.set(row.contactId, [read(row)]);
	}
	return found;
}

function sourceOf({
	importId,
	file,
	line
}: {
	importId: string | null;
	file: string;
	line: number | null;
}): Source | null {
	return importId === null ? null : { importId, file, line };
}
