import type { Actor } from '#lib/access/actor.ts';
import { factsOf } from '#lib/network/memory.ts';
import { type NamedMember, nameOfTie } from '#lib/network/path-knowledge.ts';
import { type TieKind, tieKind } from '#lib/network/tie-kind.ts';
import type { TieRow } from '#lib/network/tie-rows.server.ts';
import { shownTo } from '#lib/people/shown-to.ts';

/** What is told of other members' ties. */
export interface ToldTies {
	/** As nameOfTie calls them. */
	kinds: Map<string, TieKind>;
	/** The members whose ties these are, by id. */
	owners: Map<string, NamedMember>;
}

/**
 * Of what kind these ties of other members are. Their evidence ends here and nothing of it leaves but
 * the kind; a tie that is not shown to this actor has none.
 */
export function tellTies(actor: Actor, rows: readonly TieRow[]): ToldTies {
	const [kinds, owners] = [new Map<string, TieKind>(), new Map<string, NamedMember>()];
	for (const row of rows) {
		if (shownTo(actor, row).as !== 'visible') continue;
		owners.set(row.ownerId, { name: row.ownerName, headline: row.ownerHeadline });
		const name = nameOfTie(row);
		const kind = tieKind(factsOf(row, row.facts));
		if ((kinds.get(name) ?? 'known') === 'known') kinds.set(name, kind);
	}
	return { kinds, owners };
}
