import { type RawBuilder, sql } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import { ownerRow } from '#lib/people/shared-row.server.ts';

// As the index contacts_visible has it.
const told = sql`to_tsvector('simple',
	folded(c.full_name || ' ' || c.company || ' ' || c.position))`;

/** Words hold letters and digits only (see queryWords), so that nothing in a query needs escaping. */
function asQuery(words: readonly string[]): string {
	return words.map((word) => `${word}:*`).join(' & ');
}

/** That all words are found in what a contact `c` tells. */
export function isFound(words: readonly string[]): RawBuilder<unknown> {
	return words.length > 0 ? sql`${told} @@ to_tsquery('simple', ${asQuery(words)})` : sql`true`;
}

/** Of a word that half the community has, so many are enough to choose from; more words find the rest. */
const mostFound = 2000;

/** The contacts `c` that others let this member see and in which all words are found. */
export function among(
	actor: Member,
	words: readonly string[],
	ownerId?: string
): RawBuilder<unknown> {
	return sql`select c.* from contacts c where ${seenBy(actor)}
		${ownerId ? sql`and c.owner_id = ${ownerId}` : sql``}
		and ${isFound(words)} ${words.length > 0 ? sql`limit ${mostFound}` : sql``}`;
}

/** That a contact `c` is one which others let this member see; its owner is joined by ownerRow. */
export function seenBy({ communityId, memberId }: Member): RawBuilder<unknown> {
	return sql`c.community_id = ${communityId} and c.owner_id <> ${memberId}
		and c.sharing = 'visible' and c.deleted_at is null
		and c.full_name <> '' and strpos(c.full_name, '@') = 0`;
}

/** 0 where the words are all of the name, 1 where some are of what they do. */
export function rankOf(words: readonly string[]): RawBuilder<number> {
	if (words.length === 0) return sql<number>`0::integer`;
	return sql<number>`case when to_tsvector('simple', folded(c.full_name))
		@@ to_tsquery('simple', ${asQuery(words)}) then 0 else 1 end`;
}

/** Nothing is after a contact that this actor does not see. */
export function isAfter(actor: Member, words: readonly string[], id: string): RawBuilder<unknown> {
	const rank = rankOf(words);
	return sql`where (${rank}, c.full_name, c.id) > (select ${rank}, c.full_name, c.id
		from contacts c join ${ownerRow} where ${seenBy(actor)} and c.id = ${id})`;
}
