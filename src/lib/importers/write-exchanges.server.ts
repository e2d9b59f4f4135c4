import { createHash } from 'node:crypto';
import { type Transaction, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { asJson } from '#lib/importers/as-json.server.ts';
import type { ToldExchange } from '#lib/importers/told-exchange.ts';
import type { Writing } from '#lib/importers/write-batch.server.ts';

type Trx = Transaction<Database>;

/** One row of a file with what it tells. */
export interface ExchangeRow {
	file: string;
	line: number;
	exchanges: ToldExchange[];
}

/** Keeps what was exchanged with whom; answers the rows that told anything new. */
export async function writeExchanges(
	trx: Trx,
	rows: readonly ExchangeRow[],
	writing: Writing
): Promise<Set<ExchangeRow>> {
	const told = rows.flatMap((row) => row.exchanges.map((exchange) => ({ row, exchange })));
	if (told.length === 0) return new Set();
	const ids = await correspondentIds(
		trx,
		told.map(({ exchange }) => exchange),
		writing
	);
	const keyed = told.map(({ row, exchange }) => {
		const correspondentId = ids.get(exchange.correspondent) ?? '';
		return { row, exchange, correspondentId, key: keyOf(exchange) };
	});
	const written = await insertExchanges(trx, keyed, writing);
	const isNew = ({ correspondentId, key }: Keyed) => written.delete(`${correspondentId} ${key}`);
	return new Set(keyed.filter(isNew).map(({ row }) => row));
}

interface Keyed {
	row: ExchangeRow;
	exchange: ToldExchange;
	correspondentId: string;
	key: string;
}

/** No way back to what was said or by whom. */
function keyOf({ said }: ToldExchange): string {
	return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

async function correspondentIds(trx: Trx, told: ToldExchange[], { book }: Writing) {
	const { communityId, ownerId } = book;
	const rows = [...Map.groupBy(told, ({ correspondent }) => correspondent)].map(([key, [one]]) => ({
		key,
		full_name: one?.somebody.fullName ?? '',
		email: one?.somebody.email ?? '',
		profile: one?.somebody.profile ?? ''
	}));
	const given = sql`jsonb_to_recordset(${asJson(rows)})
		as row (key text, full_name text, email text, profile text)`;
	await sql`insert into correspondents (community_id, owner_id, key, full_name, email, profile)
		select ${communityId}, ${ownerId}, row.* from ${given} order by key
		on conflict (community_id, owner_id, key) do nothing`.execute(trx);
	const found = await sql<{ id: string; key: string }>`
		select id, key from correspondents
		where community_id = ${communityId} and owner_id = ${ownerId}
			and key = any(${rows.map(({ key }) => key)})`.execute(trx);
	return new Map(found.rows.map(({ id, key }) => [key, id]));
}

/** Writes what was not there, and that this import tells of the rest too; answers what was new. */
async function insertExchanges(trx: Trx, keyed: Keyed[], { book, importId }: Writing) {
	const rows = keyed.map(({ row, exchange, correspondentId, key }) => ({
		correspondent_id: correspondentId,
		key,
		kind: exchange.kind,
		direction: exchange.direction,
		happened_on: exchange.happenedOn,
		size: exchange.size,
		note: exchange.note,
		about: exchange.about.slice(0, 200),
		file: row.file,
		line: row.line
	}));
	const inserted = await sql<Written>`
		insert into exchanges (community_id, import_id, correspondent_id, key, kind, direction,
			happened_on, size, note, about, file, line)
		select ${book.communityId}, ${importId}, row.correspondent_id, decode(row.key, 'hex'), row.kind,
			row.direction, row.happened_on, row.size, row.note, row.about, row.file, row.line
		from jsonb_to_recordset(${asJson(rows)}) as row (correspondent_id uuid, key text, kind text,
			direction text, happened_on date, size integer, note boolean, about text, file text, line integer)
		on conflict do nothing
		returning correspondent_id as id, encode(key, 'hex') as key`.execute(trx);
	const written = new Set(inserted.rows.map(({ id, key }) => `${id} ${key}`));
	await insertRetold(
		trx,
		rows.filter((row) => !written.has(`${row.correspondent_id} ${row.key}`)),
		{ book, importId }
	);
	return written;
}

interface Written {
	id: string;
	key: string;
}

interface Retold {
	correspondent_id: string;
	key: string;
	file: string;
	line: number;
}

/** What another import told first stays when that one is undone. */
async function insertRetold(
	trx: Trx,
	told: readonly Retold[],
	{ book, importId }: Pick<Writing, 'book' | 'importId'>
): Promise<void> {
	if (told.length === 0) return;
	const rows = told.map(({ correspondent_id, key, file, line }) => ({
		correspondent_id,
		key,
		file,
		line
	}));
	await sql`insert into retold_exchanges
			(community_id, import_id, correspondent_id, key, file, line)
		select e.community_id, ${importId}, e.correspondent_id, e.key, row.file, row.line
		from jsonb_to_recordset(${asJson(rows)}) as row (correspondent_id uuid, key text, file text,
			line integer)
		join exchanges e on e.community_id = ${book.communityId}
			and e.correspondent_id = row.correspondent_id and e.key = decode(row.key, 'hex')
			and e.import_id <> ${importId}
		on conflict do nothing`.execute(trx);
}
