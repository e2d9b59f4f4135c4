import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { Leaf } from '#lib/matching/merged-trees.ts';
import type { Book } from '#lib/people/book.ts';

type Trx = Transaction<Database>;

/** Rows that belong to a contact, and what makes two of them say the same. */
interface Belonging {
	table: string;
	contact: string;
	row: RawBuilder<unknown>;
	same: readonly string[];
	except?: RawBuilder<unknown>;
}

const id = sql`t.id::text`;

/** Evidence that is derived stays where it is: it is worked out anew. */
const belongings: readonly Belonging[] = [
	{ table: 'contact_details', contact: 'contact_id', row: id, same: ['kind', 'normalised'] },
	{
		table: 'positions',
		contact: 'contact_id',
		row: id,
		same: ['company', 'title', 'started_on', 'ended_on']
	},
	{ table: 'evidence', contact: 'contact_id', row: id, same: ['fact'], except: sql`t.derived` },
	{ table: 'contact_events', contact: 'contact_id', row: id, same: [] },
	{
		table: 'import_marks',
		contact: 'contact_id',
		row: sql`encode(t.mark, 'hex')`,
		same: ['mark']
	},
	{ table: 'correspondents', contact: 'contact_id', row: id, same: [] },
	{ table: 'requests', contact: 'connector_contact_id', row: id, same: [] }
];

/** One row that shows with another contact than its own. */
export interface MovedRow {
	home: string;
	table: string;
	row: string;
}

/** A detail that its owner took away by hand, and that no merge brings back. */
export interface RemovedDetail {
	root: string;
	kind: string;
	normalised: string;
}

/**
 * Lets the rows of hidden contacts show with those they are merged into; what is said there already
 * stays where it is.
 */
export async function moveToRoots(
	trx: Trx,
	book: Book,
	leaves: readonly Leaf[],
	removed: readonly RemovedDetail[]
): Promise<MovedRow[]> {
	if (leaves.length === 0) return [];
	const moved: MovedRow[] = [];
	const kept = JSON.stringify(
		leaves.map(({ id: home, root }, ordinal) => ({ home, root, ordinal }))
	);
	const tree = sql`jsonb_to_recordset(${kept}::jsonb) as r (home uuid, root uuid, ordinal integer)`;
	for (const belonging of belongings) {
		const { table } = belonging;
		const { rows } = await moveUp(trx, book, belonging, { tree, removed });
		moved.push(...rows.map((one) => ({ ...one, table })));
	}
	const targets = await sql<{ home: string; row: string }>`
		update introductions set target_contact_id = r.root from ${tree}
		where community_id = ${book.communityId} and target_contact_id = r.home
		returning r.home::text as home, id::text as row`.execute(trx);
	moved.push(...targets.rows.map((one) => ({ ...one, table: 'introductions' })));
	return moved;
}

function moveUp(
	trx: Trx,
	{ communityId }: Book,
	{ table, contact, row, same, except }: Belonging,
	{ tree, removed }: { tree: RawBuilder<unknown>; removed: readonly RemovedDetail[] }
) {
	const [name, owner] = [sql.table(table), sql.ref(contact)];
	const keys = same.map((column) => sql`t.${sql.ref(column)}`);
	const alike = same.map((column) => sql`k.${sql.ref(column)} = t.${sql.ref(column)}`);
	const saidAlready = sql`exists (select from ${name} k where k.community_id = ${communityId}
		and k.${owner} = r.root and ${sql.join(alike, sql` and `)})`;
	const takenAway = sql`exists (select from
		jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) as g (root uuid, kind text, normalised text)
		where g.root = r.root and g.kind = t.kind and g.normalised = t.normalised)`;
	const conditions = [
		sql`t.community_id = ${communityId}`,
		...(except ? [sql`not ${except}`] : []),
		...(same.length > 0 ? [sql`not ${saidAlready}`] : []),
		...(table === 'contact_details' && removed.length > 0 ? [sql`not ${takenAway}`] : [])
	];
	const order = sql.join([sql`r.root`, ...keys]);
	const once = same.length > 0 ? sql`distinct on (${order})` : sql``;
	const first = same.length > 0 ? sql`order by ${order}, r.ordinal, ${row}` : sql``;
	return sql<{ home: string; row: string }>`
		with chosen as (select ${once} r.home, r.root, ${row} as row
			from ${tree} join ${name} t on t.${owner} = r.home
			where ${sql.join(conditions, sql` and `)} ${first})
		update ${name} t set ${owner} = chosen.root from chosen
		where t.community_id = ${communityId} and t.${owner} = chosen.home and ${row} = chosen.row
		returning chosen.home::text as home, chosen.row`.execute(trx);
}

/** Gives rows back to the hidden contacts they belong to, as far as they are still there. */
export async function moveHome(
	trx: Trx,
	{ communityId }: Book,
	moved: readonly (MovedRow & { root: string })[]
): Promise<void> {
	for (const [table, rows] of Map.groupBy(moved, (one) => one.table)) {
		const away = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (home uuid, root uuid, row text)`;
		const belonging = belongings.find((one) => one.table === table);
		if (!belonging) {
			await sql`update introductions set target_contact_id = r.home from ${away}
				where community_id = ${communityId} and target_contact_id = r.root
					and id = r.row::uuid`.execute(trx);
			continue;
		}
		const owner = sql.ref(belonging.contact);
		const it =
			table === 'import_marks' ? sql`t.mark = decode(r.row, 'hex')` : sql`t.id = r.row::uuid`;
		await sql`update ${sql.table(table)} t set ${owner} = r.home from ${away}
			where t.community_id = ${communityId} and t.${owner} = r.root and ${it}`.execute(trx);
	}
}
