/** Somebody within reach, by what they do; empty where that is not known. */
export interface ReachedPerson {
	company: string;
	position: string;
}

/** People who have something in common. */
export interface ReachGroup {
	/** As most of them write it. */
	name: string;
	people: number;
}

/** Groups by one of their texts, spellings that have one key together; the largest first. */
export function reachGroups(
	people: readonly ReachedPerson[],
	textOf: (person: ReachedPerson) => string,
	keyOf: (text: string) => string
): ReachGroup[] {
	const spellings = new Map<string, number>();
	for (const person of people) {
		const text = textOf(person);
		if (text !== '') spellings.set(text, (spellings.get(text) ?? 0) + 1);
	}
	const groups = new Map<string, ReachGroup & { most: number }>();
	for (const [name, count] of spellings) {
		const key = keyOf(name);
		if (key === '') continue;
		const group = groups.get(key) ?? { name, people: 0, most: 0 };
		const isUsual = count > group.most || (count === group.most && name < group.name);
		groups.set(key, {
			name: isUsual ? name : group.name,
			people: group.people + count,
			most: Math.max(group.most, count)
		});
	}
	return [...groups.values()]
		.map(({ name, people: number }) => ({ name, people: number }))
		.toSorted((one, other) => other.people - one.people || (one.name < other.name ? -1 : 1));
}
