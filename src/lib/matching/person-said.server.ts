import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { type IdPair, idPair, pairKey } from '#lib/matching/person-likeness.ts';

/** What the owners of two contacts said of them. */
export interface Said extends IdPair {
	/** Of each word the contact whose owner said it. */
	words: readonly { byId: string; decision: Decision }[];
}

export type Decision = 'same' | 'apart';

/**
 * What holds of two contacts: apart where either owner says so. Of a private one its owner's word
 * alone, whatever the other said while it was shared.
 */
export function decisionOf({ words }: Said, privateId: string | undefined): Decision | null {
	const held = words.filter(({ byId }) => privateId === undefined || byId === privateId);
	if (held.length === 0) return null;
	return held.some(({ decision }) => decision === 'apart') ? 'apart' : 'same';
}

/** Contacts with all that are hidden behind them: what was said of these is said of what shows. */
function withHidden(communityId: string, ids: readonly string[]) {
	return sql`shown (root, id) as (
		select id, id from unnest(${[...ids]}::uuid[]) as id
		union all
		select shown.root, k.id from shown join contacts k
			on k.community_id = ${communityId} and k.merged_into = shown.id)`;
}

/** Follows merges upwards; most show themselves. */
function rootOf(communityId: string, id: ReturnType<typeof sql>) {
	return sql`(with recursive up (id, parent) as (
			select k.id, k.merged_into from contacts k
				where k.community_id = ${communityId} and k.id = ${id}
			union all
			select k.id, k.merged_into from up join contacts k
				on k.community_id = ${communityId} and k.id = up.parent)
		select up.id from up where up.parent is null limit 1)`;
}

/** What was said of these contacts and any others, between those that are shown. */
export async function readSaid(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<Said[]> {
	if (ids.length === 0) return [];
	const other = (column: string) => rootOf(communityId, sql.ref(column));
	const { rows } = await sql<{
		mine: string;
		theirs: string | null;
		isMine: boolean;
		decision: Decision;
	}>`
		with recursive ${withHidden(communityId, ids)}
		select shown.root as mine, ${other('d.other_id')} as theirs, true as "isMine", d.decision
			from shown join person_decisions d
				on d.community_id = ${communityId} and d.contact_id = shown.id
		union
		select shown.root, ${other('d.contact_id')}, false, d.decision
			from shown join person_decisions d
				on d.community_id = ${communityId} and d.other_id = shown.id`.execute(db);
	const words = rows.flatMap(({ mine, theirs, isMine, decision }) => {
		if (theirs === null || mine === theirs) return [];
		return [{ pair: idPair(mine, theirs), byId: isMine ? mine : theirs, decision }];
	});
	return [...Map.groupBy(words, ({ pair }) => pairKey(pair)).values()].flatMap((some) => {
		const [first] = some;
		return first ? [{ ...first.pair, words: some }] : [];
	});
}

/** Which of these contacts their owners keep apart from others in their own books. */
export async function readKeptApart(
	db: Kysely<Database>,
	communityId: string,
	ids: readonly string[]
): Promise<IdPair[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{ one: string; other: string | null }>`
		with recursive ${withHidden(communityId, ids)}
		select shown.root as one, ${rootOf(communityId, sql.ref('l.other_id'))} as other
		from shown join likenesses l on l.community_id = ${communityId} and l.one_id = shown.id
		where l.state = 'apart'`.execute(db);
	return rows.flatMap(({ one, other }) =>
		other === null || one === other ? [] : [idPair(one, other)]
	);
}
