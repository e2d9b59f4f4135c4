/**
 * Gives each group of contacts the id of its person: the one that most of them had, of equal ones the
 * smallest; a group that finds its ids with larger ones gets a new one. No two get the same.
 */
export function personIds(
	groups: readonly (readonly string[])[],
	before: ReadonlyMap<string, string | null>,
	fresh: () => string
): string[] {
	const claims = groups.flatMap((group, at) => claimsOf(group, before, at));
	claims.sort(
		(one, other) =>
			other.votes - one.votes || compare(one.id, other.id) || compare(one.first, other.first)
	);
	const given = new Map<number, string>();
	const taken = new Set<string>();
	for (const { at, id } of claims) {
		if (given.has(at) || taken.has(id)) continue;
		given.set(at, id);
		taken.add(id);
	}
	return groups.map((_, at) => given.get(at) ?? fresh());
}

function claimsOf(
	group: readonly string[],
	before: ReadonlyMap<string, string | null>,
	at: number
) {
	const votes = new Map<string, number>();
	for (const contact of group) {
		const id = before.get(contact);
		if (id) votes.set(id, (votes.get(id) ?? 0) + 1);
	}
	const first = group.toSorted(compare)[0] ?? '';
	return [...votes].map(([id, count]) => ({ at, id, votes: count, first }));
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
